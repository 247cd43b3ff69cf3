package org.chartroom.provider.application.out;

import static java.util.stream.Collectors.joining;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chartroom.provider.domain.SignInTries;
import org.chartroom.provider.domain.SignInTries.Scope;

public final class InMemoryRecentTries implements RecentTries {

    private final Map<String, SignInTries> byKey = new LinkedHashMap<>();

    @Override
    public List<SignInTries> count(String email, String address, Instant now, Duration window) {
        return Stream.of(Scope.values())
                .map(scope -> byKey.merge(
                        key(scope, email, address),
                        new SignInTries(scope, 1, now),
                        (stored, first) -> stored.since().plus(window).isAfter(now)
                                ? new SignInTries(scope, stored.count() + 1, stored.since())
                                : first))
                .toList();
    }

    @Override
    public void takeBack(String email, String address) {
        for (var scope : Scope.values())
            byKey.computeIfPresent(
                    key(scope, email, address),
                    (_, stored) -> new SignInTries(scope, Math.max(0, stored.count() - 1), stored.since()));
    }

    @Override
    public void removeBefore(Instant then) {
        byKey.values().removeIf(tries -> tries.since().isBefore(then));
    }

    private static String key(Scope scope, String email, String address) {
        var account = email.toLowerCase(Locale.ROOT);
        return scope
                + switch (scope) {
                    case ACCOUNT -> account;
                    case ADDRESS -> network(address);
                    case ACCOUNT_AT_ADDRESS -> account + " " + network(address);
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
