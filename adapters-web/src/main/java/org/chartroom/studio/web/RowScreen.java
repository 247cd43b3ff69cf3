package org.chartroom.studio.web;

import java.util.List;
import org.chartroom.http.Pages;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.RowView;
import org.jspecify.annotations.Nullable;

/** A row, as its page shows it. */
@Phi
record RowScreen(RowView view, Veil veil, RowId own) {

    /** A column with what stands in it. */
    @Phi
    record Field(String name, Cell cell) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** What points to the row. */
    record Pointer(String title, String column, String rows, boolean none, String href) {}

    public String title() {
        var row = view.row();
        return switch (view.table()) {
            case PATIENT -> veil.over(Cell.required(row, "last_name") + ", " + Cell.required(row, "first_name"));
            case PROVIDER -> Cell.required(row, "last_name") + ", " + Cell.required(row, "first_name");
            default -> Words.one(view.table());
        };
    }

    public String kind() {
        return Words.one(view.table());
    }

    public String table() {
        return Words.title(view.table());
    }

    public String tablePath() {
        return Pages.ROOT + "/tables/" + view.table().label();
    }

    public String id() {
        return view.row().id().toString();
    }

    public List<Field> fields() {
        var setting = new Cell.Setting(veil, view.names(), view.zone(), own, false);
        return view.table().columns().stream()
                .map(column -> new Field(column.name(), Cell.of(view.table(), column, view.row(), setting)))
                .toList();
    }

    public List<Pointer> pointers() {
        return view.pointing().stream()
                .map(pointing -> new Pointer(
                        Words.title(pointing.by().table()),
                        pointing.by().column().name(),
                        Words.number(pointing.rows()),
                        pointing.rows() == 0,
                        TableAddress.pointing(pointing.by(), view.row().id())))
                .toList();
    }

    /** Of the patient whom it is about; null for a provider. */
    public @Nullable String chart() {
        var patient = view.row().patient();
        return patient == null ? null : chart(patient);
    }

    static String chart(PatientId patient) {
        return Pages.ROOT + "/patients/" + patient + "/chart";
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
