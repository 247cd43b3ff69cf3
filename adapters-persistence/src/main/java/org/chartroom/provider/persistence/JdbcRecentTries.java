package org.chartroom.provider.persistence;

import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.chartroom.provider.application.out.RecentTries;
import org.chartroom.provider.domain.SignInTries;
import org.chartroom.provider.domain.SignInTries.Scope;
import org.chartroom.provider.domain.SignInTry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * E-mail addresses are hashed in the database's own lower case, as it finds accounts, or one account would be counted
 * under several names.
 */
@Repository
class JdbcRecentTries implements RecentTries {

    private final JdbcClient jdbc;

    JdbcRecentTries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SignInTries count(SignInTry attempt, Scope scope, Instant now, Duration window) {
        return jdbc.sql("""
                insert into access.sign_in_tries as stored (scope, key, count, since)
                select scope, key, 1, :now
                  from access.try_keys(encode(sha256(convert_to(lower(:email::text), 'UTF8')), 'hex'), :address::inet)
                 where scope = :scope
                    on conflict (scope, key) do update
                   set count = case when stored.since <= :expired then 1 else stored.count + 1 end,
                       since = case when stored.since <= :expired then excluded.since else stored.since end
                returning count, since
                """)
                .param("email", email(attempt))
                .param("address", attempt.address())
                .param("scope", scope.name().toLowerCase(Locale.ROOT))
                .param("now", timestamptz(now))
                .param("expired", timestamptz(now.minus(window)))
                .query((row, _) -> new SignInTries(scope, row.getInt("count"), instant(row, "since")))
                .single();
    }

    /** Takes the rows in the order in which a try counts, so that two which share some wait in a row, never in a ring. */
    @Override
    public void takeBack(SignInTry attempt) {
        jdbc.sql("""
                with tries as (
                    select stored.scope, stored.key
                      from access.sign_in_tries stored
                      join access.try_keys(encode(sha256(convert_to(lower(:email::text), 'UTF8')), 'hex'), :address::inet) using (scope, key)
                     order by stored.scope desc
                       for no key update of stored
                )
                update access.sign_in_tries stored
                   set count = greatest(stored.count - 1, 0)
                  from tries
                 where stored.scope = tries.scope
                   and stored.key = tries.key
                """)
                .param("email", email(attempt))
                .param("address", attempt.address())
                .update();
    }

    @Override
    public void removeBefore(Instant then) {
        jdbc.sql("""
                delete from access.sign_in_tries
                 where (scope, key) in (
                           select scope, key
                             from access.sign_in_tries
                            where since < :then
                              for update skip locked)
                """).param("then", timestamptz(then)).update();
    }

    private static @Nullable String email(SignInTry attempt) {
        return attempt.email() == null ? null : attempt.email().value();
    }
}
