package org.chartroom.audit;

import java.util.UUID;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * That something was seen or changed; by whom, from where and when comes to it in the trail.
 *
 * @param patient the id of the patient whom it is about; null where it is about none, or about many
 */
public record AuditEvent(
        Action action, Reference object, @Nullable UUID patient) {

    /** One thing of one patient. */
    public static AuditEvent of(Action action, Reference.Kind kind, UUID id, UUID patient) {
        return new AuditEvent(action, new Reference(kind, id), patient);
    }

    /** The patient as a whole, or something that is as good as the patient: the chart. */
    public static AuditEvent ofPatient(Action action, Reference.Kind kind, UUID patient) {
        return of(action, kind, patient, patient);
    }

    /** Something of a provider's, which is about no patient; the object is the provider. */
    public static AuditEvent ofProvider(Action action, Reference.Kind kind, ProviderId provider) {
        return new AuditEvent(action, new Reference(kind, provider.value()), null);
    }

    /** That a list was read; what stood in it was the reader's to see. */
    public static AuditEvent ofList(Reference.Kind kind) {
        return new AuditEvent(Action.READ, new Reference(kind, null), null);
    }
}
