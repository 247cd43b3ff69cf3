package org.chartroom.provider.persistence;

import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.PasswordHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(EmailAddress email) {
        return jdbc.sql("""
                select p.id, p.password_hash, d.provider_id is not null as disabled
                  from clinic.provider p
                  left join access.disabled_provider d on d.provider_id = p.id
                 where lower(p.email) = lower(:email)
                """)
                .param("email", email.value())
                .query((row, _) -> account(row))
                .optional();
    }

    /** Two statements: only the second sees what was committed while the first waited for the row. */
    @Override
    public Optional<Account> hold(ProviderId id) {
        jdbc.sql("""
                select id
                  from clinic.provider
                 where id = :id
                   for no key update
                """).param("id", id.value()).query((row, _) -> uuid(row, "id")).optional();
        return jdbc.sql("""
                select p.id, p.password_hash, d.provider_id is not null as disabled
                  from clinic.provider p
                  left join access.disabled_provider d on d.provider_id = p.id
                 where p.id = :id
                """)
                .param("id", id.value())
                .query((row, _) -> account(row))
                .optional();
    }

    /** Takes the provider's row, so that it waits for whoever holds the account, and the next one for it. */
    @Override
    public void disable(ProviderId id, Instant now) {
        jdbc.sql("""
                with taken as (
                    select id
                      from clinic.provider
                     where id = :id
                       for no key update
                )
                insert into access.disabled_provider (provider_id, disabled_at)
                select id, :now
                  from taken
                    on conflict do nothing
                """).param("id", id.value()).param("now", timestamptz(now)).update();
    }

    @Override
    public void enable(ProviderId id) {
        jdbc.sql("""
                delete from access.disabled_provider
                 where provider_id = :id
                """).param("id", id.value()).update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new ProviderId(uuid(row, "id")),
                new PasswordHash(row.getString("password_hash")),
                row.getBoolean("disabled"));
    }
}
