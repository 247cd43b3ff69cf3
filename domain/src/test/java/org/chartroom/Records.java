package org.chartroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The records of a module, found by their class files; those that a value is made of; copies that differ in one part. */
@NullMarked
public final class Records {

    /** All record types that were compiled together with {@code type}. */
    public static List<Class<?>> besides(Class<?> type) {
        try {
            var root = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (var files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                        .map(file -> file.substring(0, file.length() - ".class".length())
                                .replace('/', '.'))
                        .sorted()
                        .<Class<?>>map(Records::load)
                        .filter(Class::isRecord)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One sample of every record type that the wholes are made of, themselves among it. */
    public static Map<Class<?>, Record> within(Object... wholes) {
        var found = new LinkedHashMap<Class<?>, Record>();
        for (var whole : wholes) collect(whole, found);
        return found;
    }

    /** A copy with another value in one component; refused as the record's constructor refuses it. */
    public static Record with(Record original, String component, @Nullable Object value) {
        var components = original.getClass().getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(each -> each.getName().equals(component) ? value : get(original, each))
                .toArray();
        try {
            return original.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static @Nullable Object get(Record record, String component) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .filter(each -> each.getName().equals(component))
                .findAny()
                .map(each -> get(record, each))
                .orElse(null);
    }

    private static void collect(@Nullable Object part, Map<Class<?>, Record> found) {
        if (part instanceof Iterable<?> list) list.forEach(each -> collect(each, found));
        if (part instanceof Record record) {
            found.put(record.getClass(), record);
            Arrays.stream(record.getClass().getRecordComponents())
                    .map(each -> get(record, each))
                    .filter(Objects::nonNull)
                    .forEach(each -> collect(each, found));
        }
    }

    private static @Nullable Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Records.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Records() {}
}
