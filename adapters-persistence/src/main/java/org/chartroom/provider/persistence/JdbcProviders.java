package org.chartroom.provider.persistence;

import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.chartroom.jdbc.Constraints;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProviders implements Providers {

    private final JdbcClient jdbc;

    JdbcProviders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Provider> find(ProviderId id) {
        return jdbc.sql("""
                select id, email, password_hash, first_name, last_name, specialty, license_number, phone
                  from clinic.provider
                 where id = :id
                """)
                .param("id", id.value())
                .query((row, _) -> provider(row))
                .optional();
    }

    @Override
    public void add(Provider provider) {
        try {
            jdbc.sql("""
                    insert into clinic.provider
                           (id, email, password_hash, first_name, last_name, specialty, license_number, phone)
                    values (:id, :email, :passwordHash, :firstName, :lastName, :specialty, :licenseNumber, :phone)
                    """)
                    .param("id", provider.id().value())
                    .param("email", provider.email().value())
                    .param("passwordHash", provider.passwordHash().value())
                    .param("firstName", provider.name().firstName())
                    .param("lastName", provider.name().lastName())
                    .param("specialty", provider.specialty())
                    .param("licenseNumber", provider.licenseNumber())
                    .param("phone", provider.phone())
                    .update();
        } catch (DataIntegrityViolationException e) {
            if (Constraints.violated(e, "provider_email_key")) throw ProviderRefusal.emailTaken();
            throw e;
        }
    }

    private static Provider provider(ResultSet row) throws SQLException {
        return new Provider(
                new ProviderId(uuid(row, "id")),
                new EmailAddress(row.getString("email")),
                new PasswordHash(row.getString("password_hash")),
                new PersonName(row.getString("first_name"), row.getString("last_name")),
                row.getString("specialty"),
                row.getString("license_number"),
                row.getString("phone"));
    }
}
