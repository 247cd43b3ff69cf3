package org.chartroom.studio.application.out;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.ProvenanceView;
import org.chartroom.studio.application.SignedView;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.application.Tally;
import org.chartroom.studio.domain.ClinicTable;

/**
 * All rows of the nine tables: those of patients on whose care team the actor is, and every provider, of whom others than
 * the actor show only what colleagues know of each other.
 */
public interface TableRows {

    /**
     * Up to one row more than the query's limit, in its order, or in the reverse of that if it looks backward. Empty when the
     * row that the page begins behind is none that the actor sees.
     */
    Optional<List<TableRow>> findPage(Actor by, TableQuery query);

    /** One row, with everything that stands in it. */
    Optional<TableRow> find(Actor by, ClinicTable table, RowId id);

    /**
     * Every row about a patient, of a table other than the providers', in the order in which they came, with everything that
     * stands in it: but of a transcript only the first character, which says that there is one.
     */
    List<TableRow> findAbout(Actor by, ClinicTable table, PatientId patient);

    /** Signatures on the patient's records and addenda to them, in the order in which they were given. */
    List<SignedView> findSigned(Actor by, PatientId patient);

    /** Where the facts of the patient's records come from that were proposed, in the order in which they were accepted. */
    List<ProvenanceView> findProvenance(Actor by, PatientId patient);

    /** How many rows point to a row; of more than {@link Tally#MOST} one more than that. */
    long count(Actor by, ClinicTable.Pointer pointer, RowId to);

    /** How many rows there are. */
    Tally tally(Actor by, ClinicTable table);

    /** Last and first names of patients or providers, as far as the actor sees them. */
    Map<RowId, String> names(Actor by, ClinicTable table, Collection<RowId> ids);
}
