package org.chartroom.provider.domain;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;

public final class ProviderFixtures {

    public static final Actor DR_OKAFOR = new Actor(new ProviderId(new UUID(0x7000, 7)));
    public static final Actor DR_LINDQVIST = new Actor(new ProviderId(new UUID(0x7000, 8)));

    private static final List<PersonName> NAMES = List.of(
            new PersonName("Nkechi", "Okafor"),
            new PersonName("Åsa", "Lindqvist"),
            new PersonName("Duc", "Nguyễn"),
            new PersonName("Siobhán", "O’Rourke"),
            new PersonName("李", "娜"));
    private static final List<String> SPECIALTIES =
            List.of("Family medicine", "Internal medicine", "Paediatrics", "Geriatrics", "Cardiology");
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** A provider with every field filled; each has another id and e-mail address. */
    public static Provider provider() {
        var turn = NEXT.getAndIncrement();
        return new Provider(
                providerId(),
                email(),
                new PasswordHash("{argon2}$argon2id$v=19$m=16384,t=2,p=1$c2FsdA$aGFzaA"),
                NAMES.get(turn % NAMES.size()),
                SPECIALTIES.get(turn % SPECIALTIES.size()),
                "MD-%05d".formatted(turn),
                "+1 (555) 010-%04d".formatted(turn % 10_000));
    }

    /** A provider with nothing that may be left out. */
    public static Provider bareProvider() {
        var provider = provider();
        return new Provider(provider.id(), provider.email(), PasswordHash.NONE, provider.name(), null, null, null);
    }

    public static Provider providerWithEmail(EmailAddress email) {
        var provider = bareProvider();
        return new Provider(provider.id(), email, provider.passwordHash(), provider.name(), null, null, null);
    }

    public static Provider providerWithId(ProviderId id) {
        var provider = provider();
        return new Provider(
                id,
                provider.email(),
                provider.passwordHash(),
                provider.name(),
                provider.specialty(),
                provider.licenseNumber(),
                provider.phone());
    }

    public static ProviderId providerId() {
        return new ProviderId(TimeOrderedIds.nextId());
    }

    public static EmailAddress email() {
        return new EmailAddress("Dr." + UUID.randomUUID() + "@clinic.example");
    }

    private ProviderFixtures() {}
}
