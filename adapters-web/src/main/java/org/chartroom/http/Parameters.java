package org.chartroom.http;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parameters that the framework would read more freely than they are meant. */
public final class Parameters {

    /**
     * A constant by the name that it prints, to the letter; the framework takes its name in the program too.
     *
     * @throws MalformedRequest when there is none of that name
     */
    public static <E extends Enum<E>> E constant(String parameter, String text, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findAny()
                .orElseThrow(() -> new MalformedRequest(
                        parameter,
                        Stream.of(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    private Parameters() {}
}
