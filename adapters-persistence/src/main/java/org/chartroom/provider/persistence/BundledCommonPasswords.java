package org.chartroom.provider.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartroom.provider.application.out.CommonPasswords;
import org.chartroom.provider.domain.Password;
import org.springframework.stereotype.Component;

/** Some eleven thousand of them, from {@code common-passwords.txt}, which names its source. */
@Component
class BundledCommonPasswords implements CommonPasswords {

    private static final String LIST = "common-passwords.txt";

    private final Set<String> passwords = read();

    @Override
    public boolean contain(Password password) {
        return passwords.contains(password.value().toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (var list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BundledCommonPasswords.class.getResourceAsStream(LIST)), UTF_8))) {
            return list.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
