package org.chartroom.patient.application.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.Whose;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

public final class InMemoryPatientViews implements PatientViews {

    private final InMemoryPatients patients;

    public InMemoryPatientViews(InMemoryPatients patients) {
        this.patients = patients;
    }

    @Override
    public Optional<PatientView> find(Actor by, PatientId id) {
        return patients.findView(by, id);
    }

    @Override
    public Optional<Page<PatientSummary, PatientId>> page(
            Actor by, Whose whose, Traits traits, int limit, @Nullable PatientId after) {
        var all = patients.seenBy(by)
                .filter(patient -> InMemoryPatients.isOf(by, patient) == (whose == Whose.OWN))
                .filter(patient -> has(patient.details(), traits))
                .sorted(Comparator.comparing(InMemoryPatientViews::lastName, InMemoryPatientViews::byCodePoints)
                        .thenComparing(InMemoryPatientViews::firstName, InMemoryPatientViews::byCodePoints)
                        .thenComparing(patient -> patient.id().toString()))
                .map(InMemoryPatientViews::summary)
                .toList();
        if (after == null) return Optional.of(Page.of(all, limit, PatientSummary::id));
        var place = all.stream().map(PatientSummary::id).toList().indexOf(after);
        if (place < 0) return Optional.empty();
        return Optional.of(Page.of(all.subList(place + 1, all.size()), limit, PatientSummary::id));
    }

    private static boolean has(PatientDetails details, Traits traits) {
        var phone = details.contact().phone();
        var email = details.contact().email();
        if (traits.name() != null && !isNamed(details.name(), Folded.words(traits.name()))) return false;
        if (traits.phones() != null && (phone == null || !traits.phones().contains(Folded.digits(phone)))) return false;
        if (traits.email() != null
                && (email == null
                        || !email.value().equalsIgnoreCase(traits.email().value()))) return false;
        return traits.bornOn() == null || traits.bornOn().equals(details.dateOfBirth());
    }

    private static boolean isNamed(PersonName name, List<String> words) {
        var terms = Stream.concat(Folded.terms(name.firstName()), Folded.terms(name.lastName()))
                .toList();
        return !words.isEmpty()
                && words.stream().allMatch(word -> terms.stream().anyMatch(term -> term.startsWith(word)));
    }

    /** The order of UTF-8 bytes, which is the database's, is that of code points; Java's own is another. */
    private static int byCodePoints(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String lastName(PatientView patient) {
        return patient.details().name().lastName();
    }

    private static String firstName(PatientView patient) {
        return patient.details().name().firstName();
    }

    private static PatientSummary summary(PatientView patient) {
        return new PatientSummary(
                patient.id(), patient.providerId(), patient.details(), patient.createdAt(), patient.updatedAt());
    }
}
