package org.chartroom.record.application;

import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;

/**
 * How a record is finished. From its first signature on neither it nor its symptoms and prescriptions are changed any more;
 * what is to be said later is an addendum. Each of these is refused with {@code not-found} when the actor does not see the
 * record.
 */
public interface Signing {

    /**
     * Signs a record. The first signature is the author's, and is refused with {@code forbidden} to whoever may not write
     * the record, with {@code illegal-transition} unless the appointment is in progress or completed, and with
     * {@code not-signable} when one of the five texts is blank; whoever else on the care team signs it is a reviewer.
     *
     * @param password the actor's own, once more
     * @throws org.chartroom.kernel.Refusal {@code already-exists} when the actor has signed it before;
     *     {@code too-many-attempts}, {@code temporarily-unavailable}, as at sign-in
     * @throws org.chartroom.kernel.InvalidInput {@code wrong} at {@code password}
     */
    SignatureView sign(Actor by, MedicalRecordId id, String password);

    /** Who has signed a record, in the order in which they did, each compared with what the record holds now. */
    List<SignatureView> signatures(Actor by, MedicalRecordId id);

    /**
     * Adds to a signed record, as whoever may write it.
     *
     * @throws org.chartroom.kernel.Refusal {@code forbidden}; {@code not-signed}
     * @throws org.chartroom.kernel.InvalidInput at {@code text}; {@code too-many} when there are 1,000 already
     */
    AddendumView add(Actor by, MedicalRecordId id, String text);

    /** What was added, in that order. */
    List<AddendumView> addenda(Actor by, MedicalRecordId id);
}
