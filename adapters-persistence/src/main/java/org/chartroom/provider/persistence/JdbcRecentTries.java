package org.chartroom.provider.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.chartroom.provider.application.out.RecentTries;
import org.chartroom.provider.domain.SignInTries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecentTries implements RecentTries {

    private final JdbcClient jdbc;

    JdbcRecentTries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows are taken in the order of their scopes, so two tries that share some wait for each other, never in a ring. */
    @Override
    public List<SignInTries> count(String email, String address, Instant now, Duration window) {
        return jdbc.sql("""
                insert into access.sign_in_tries as stored (scope, key, count, since)
                select scope, key, 1, :now
                  from access.try_keys(:email, :address::inet)
                 order by scope
                    on conflict (scope, key) do update
                   set count = case when stored.since <= :expired then 1 else stored.count + 1 end,
                       since = case when stored.since <= :expired then excluded.since else stored.since end
                returning scope, count, since
                """)
                .param("email", hash(email))
                .param("address", address)
                .param("now", timestamptz(now))
                .param("expired", timestamptz(now.minus(window)))
                .query((row, _) -> new SignInTries(
                        constant(row, "scope", SignInTries.Scope.class), row.getInt("count"), instant(row, "since")))
                .list();
    }

    @Override
    public void takeBack(String email, String address) {
        jdbc.sql("""
                with tries as (
                    select stored.scope, stored.key
                      from access.sign_in_tries stored
                      join access.try_keys(:email, :address::inet) using (scope, key)
                     order by stored.scope
                       for no key update of stored
                )
                update access.sign_in_tries stored
                   set count = greatest(stored.count - 1, 0)
                  from tries
                 where stored.scope = tries.scope
                   and stored.key = tries.key
                """).param("email", hash(email)).param("address", address).update();
    }

    @Override
    public void removeBefore(Instant then) {
        jdbc.sql("""
                delete from access.sign_in_tries
                 where since < :then
                """).param("then", timestamptz(then)).update();
    }

    private static String hash(String email) {
        return HexFormat.of().formatHex(Sha256.of(email.toLowerCase(Locale.ROOT).getBytes(UTF_8)));
    }
}
