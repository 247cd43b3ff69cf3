package org.chartroom.provider.application.out;

import static java.util.stream.Collectors.joining;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chartroom.provider.domain.SignInTries;
import org.chartroom.provider.domain.SignInTries.Scope;
import org.chartroom.provider.domain.SignInTry;

public final class InMemoryRecentTries implements RecentTries {

    private final Map<String, SignInTries> byKey = new LinkedHashMap<>();

    @Override
    public SignInTries count(SignInTry attempt, Scope scope, Instant now, Duration window) {
        return byKey.merge(
                key(scope, attempt),
                new SignInTries(scope, 1, now),
                (stored, first) -> stored.since().plus(window).isAfter(now)
                        ? new SignInTries(scope, stored.count() + 1, stored.since())
                        : first);
    }

    @Override
    public void takeBack(SignInTry attempt) {
        for (var scope : attempt.scopes())
            byKey.computeIfPresent(
                    key(scope, attempt),
                    (_, stored) -> new SignInTries(scope, Math.max(0, stored.count() - 1), stored.since()));
    }

    @Override
    public void removeBefore(Instant then) {
        byKey.values().removeIf(tries -> tries.since().isBefore(then));
    }

    /** How many entries there are. */
    public int size() {
        return byKey.size();
    }

    private static String key(Scope scope, SignInTry attempt) {
        var account = attempt.email() == null ? "" : attempt.email().value().toLowerCase(Locale.ROOT);
        var network = network(attempt.address());
        return scope
                + switch (scope) {
                    case ADDRESS -> network;
                    case ACCOUNT_AT_ADDRESS -> account + " " + network;
                    case ACCOUNT -> account;
                };
    }

    private static String network(String address) {
        var bytes = InetAddress.ofLiteral(address).getAddress();
        return bytes.length == 4
                ? address
                : Stream.of(0, 1, 2, 3, 4, 5, 6, 7)
                        .map(i -> Byte.toString(bytes[i]))
                        .collect(joining(":"));
    }
}
