package org.chartroom.provider.domain;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;

public final class ProviderFixtures {

    public static final Actor DR_OKAFOR = Actor.onCommandLine(new ProviderId(new UUID(0x7000, 7)));
    public static final Actor DR_LINDQVIST = Actor.onCommandLine(new ProviderId(new UUID(0x7000, 8)));

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
                new ProviderDetails(
                        email(),
                        NAMES.get(turn % NAMES.size()),
                        SPECIALTIES.get(turn % SPECIALTIES.size()),
                        "MD-%05d".formatted(turn),
                        "+1 (555) 010-%04d".formatted(turn % 10_000)),
                new PasswordHash("$argon2id$v=19$m=16384,t=2,p=1$c2FsdA$aGFzaA"));
    }

    /** A provider with nothing that may be left out. */
    public static Provider bareProvider() {
        return providerWithEmail(email());
    }

    public static Provider providerWithEmail(EmailAddress email) {
        var name = provider().details().name();
        return new Provider(providerId(), new ProviderDetails(email, name, null, null, null), PasswordHash.NONE);
    }

    public static Provider providerWithId(ProviderId id) {
        var provider = provider();
        return new Provider(id, provider.details(), provider.passwordHash());
    }

    public static Account account() {
        return new Account(providerId(), new PasswordHash("a hash"), false);
    }

    /** A request over HTTP, before it is known who made it. */
    public static Origin origin() {
        return new Origin(TimeOrderedIds.nextId(), "203.0.113." + (1 + NEXT.getAndIncrement() % 250), null);
    }

    /** Another one each time. */
    public static Token token() {
        return new Token((UUID.randomUUID() + "" + UUID.randomUUID()).substring(0, 43));
    }

    public static ProviderId providerId() {
        return new ProviderId(TimeOrderedIds.nextId());
    }

    public static EmailAddress email() {
        return new EmailAddress("Dr." + UUID.randomUUID() + "@clinic.example");
    }

    private ProviderFixtures() {}
}
