package org.chartroom.provider.persistence;

import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.optionalInstant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;
import static org.chartroom.jdbc.Columns.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chartroom.jdbc.Constraints;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.AccountView;
import org.chartroom.provider.application.ProviderView;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderDetails;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProviders implements Providers {

    private final JdbcClient jdbc;

    JdbcProviders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Versioned<Provider>> find(ProviderId id) {
        return jdbc.sql("""
                select id, email, password_hash, first_name, last_name, specialty, license_number, phone, updated_at
                  from clinic.provider
                 where id = :id
                """)
                .param("id", id.value())
                .query((row, _) -> new Versioned<>(
                        new Provider(id, details(row), new PasswordHash(row.getString("password_hash"))), version(row)))
                .optional();
    }

    @Override
    public void add(Provider provider) {
        unlessEmailIsTaken(() -> jdbc.sql("""
                        insert into clinic.provider
                               (id, email, password_hash, first_name, last_name, specialty, license_number, phone)
                        values (:id, :email, :passwordHash, :firstName, :lastName, :specialty, :licenseNumber, :phone)
                        """).paramSource(parameters(provider)).update());
    }

    @Override
    public Version replace(Provider provider, Version seen) {
        return unlessEmailIsTaken(() -> jdbc.sql("""
                        update clinic.provider
                           set email          = :email,
                               password_hash  = :passwordHash,
                               first_name     = :firstName,
                               last_name      = :lastName,
                               specialty      = :specialty,
                               license_number = :licenseNumber,
                               phone          = :phone
                         where id = :id
                           and updated_at = :seen
                        returning updated_at
                        """)
                .paramSource(parameters(provider).addValue("seen", timestamptz(seen.at())))
                .query((row, _) -> version(row))
                .optional()
                .orElseThrow(() -> missed(provider.id())));
    }

    @Override
    public Optional<ProviderView> findView(ProviderId id) {
        return jdbc.sql("""
                select id, email, first_name, last_name, specialty, license_number, phone, created_at, updated_at
                  from clinic.provider
                 where id = :id
                """)
                .param("id", id.value())
                .query((row, _) ->
                        new ProviderView(id, details(row), instant(row, "created_at"), instant(row, "updated_at")))
                .optional();
    }

    @Override
    public List<AccountView> accounts() {
        return jdbc.sql("""
                select p.id, p.email, p.first_name, p.last_name, d.disabled_at
                  from clinic.provider p
                  left join access.disabled_provider d on d.provider_id = p.id
                 order by lower(p.email)
                """)
                .query((row, _) -> new AccountView(
                        new ProviderId(uuid(row, "id")),
                        new EmailAddress(row.getString("email")),
                        name(row),
                        optionalInstant(row, "disabled_at")))
                .list();
    }

    private ProviderRefusal missed(ProviderId id) {
        return find(id).map(stored -> ProviderRefusal.stale(id, stored.version()))
                .orElseGet(ProviderRefusal::unknown);
    }

    private static <T> T unlessEmailIsTaken(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException e) {
            if (Constraints.violated(e, "provider_email_key")) throw ProviderRefusal.emailTaken();
            throw e;
        }
    }

    private static MapSqlParameterSource parameters(Provider provider) {
        var details = provider.details();
        return new MapSqlParameterSource()
                .addValue("id", provider.id().value())
                .addValue("email", details.email().value())
                .addValue("passwordHash", provider.passwordHash().value())
                .addValue("firstName", details.name().firstName())
                .addValue("lastName", details.name().lastName())
                .addValue("specialty", details.specialty())
                .addValue("licenseNumber", details.licenseNumber())
                .addValue("phone", details.phone());
    }

    private static ProviderDetails details(ResultSet row) throws SQLException {
        return new ProviderDetails(
                new EmailAddress(row.getString("email")),
                name(row),
                row.getString("specialty"),
                row.getString("license_number"),
                row.getString("phone"));
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(row.getString("first_name"), row.getString("last_name"));
    }
}
