package org.chartroom.record.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.record.domain.RecordFixtures.addendum;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.recordId;
import static org.chartroom.record.domain.RecordFixtures.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.record.MedicalRecordId;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001\b\t\n\f\r\u001f \"\\/",
                "é ß 中 🫀 \u2028 \u007f \u0080",
                "</script>",
            })
    void aTextIsEscapedAsTheReferenceDoes(String text) throws IOException {
        var object = Map.of("text", text);

        assertThat(CanonicalJson.text(object)).isEqualTo(canonical(object));
    }

    @Test
    void theFormIsTheOneOfTheRfc() {
        var object = new HashMap<String, @Nullable Object>();
        object.put("peach", List.of(true, false, 12, "\u20ac$\u000f\nA'B\"\\\"/"));
        object.put("\u00e9", null);
        object.put("1", Map.of("b", 2, "a", -1));

        assertThat(CanonicalJson.text(object))
                .isEqualTo(
                        "{\"1\":{\"a\":-1,\"b\":2},\"peach\":[true,false,12,\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\"],\"\u00e9\":null}");
    }

    @Test
    void whatNoRecordHoldsHasNoForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.text(0.5))
                .withMessageContaining("Double");
    }

    @RepeatedTest(100)
    void aRecordsDigestIsTheOneOfItsCanonicalForm(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var record = new MedicalRecord(
                recordId(),
                new AppointmentId(UUID.randomUUID()),
                new SoapNote("x" + text(random), text(random), text(random), text(random), text(random)),
                random.nextBoolean() ? AiScribe.NONE : new AiScribe("y" + text(random), null),
                medicalRecord().symptoms(),
                medicalRecord().prescriptions());

        assertThat(record.sha256()).isEqualTo(sha256(canonical(record.members())));
    }

    @Test
    void aDigestTellsEveryWordAndNotWhenItWasWritten() {
        var record = medicalRecord();
        var other = new MedicalRecord(
                record.id(),
                record.appointment(),
                record.note(),
                record.scribe(),
                record.symptoms(),
                record.prescriptions().reversed());

        assertThat(record.sha256()).isNotEqualTo(other.sha256()).matches("[0-9a-f]{64}");
        assertThat(record.members().keySet())
                .containsExactly(
                        "id",
                        "appointmentId",
                        "chiefComplaint",
                        "subjective",
                        "objective",
                        "assessment",
                        "plan",
                        "aiTranscript",
                        "aiSummary",
                        "symptoms",
                        "prescriptions");
    }

    @Test
    void aSignatureFitsWhatWasSignedAndNothingElse() {
        var record = medicalRecord();
        var signed = signature(record, DR_OKAFOR);

        assertThat(signed.fits(record)).isTrue();
        assertThat(signed.fits(record.without(record.symptoms().getFirst().id())))
                .isFalse();
    }

    @Test
    void meaningsAndChangesHaveTheirNamesOnTheWire() {
        assertThat(Meaning.values()).extracting(Meaning::toString).containsExactly("author", "reviewer");
        assertThat(Segment.Change.values())
                .extracting(Segment.Change::toString)
                .containsExactly("equal", "delete", "insert");
    }

    @Test
    void aFinishedRecordCanBeSigned() {
        medicalRecord().refuseUnfinished();
    }

    @Test
    void whatIsBlankIsNamed() {
        var record = bareRecord(new AppointmentId(UUID.randomUUID()));

        assertThatExceptionOfType(RecordRefusal.class)
                .isThrownBy(record::refuseUnfinished)
                .returns("not-signable", RecordRefusal::code)
                .satisfies(refusal -> assertThat(refusal.facts())
                        .containsEntry(
                                "blank",
                                List.of(SoapPart.SUBJECTIVE, SoapPart.OBJECTIVE, SoapPart.ASSESSMENT, SoapPart.PLAN)));
    }

    @ParameterizedTest
    @CsvSource({"subjective, objective", "assessment, plan"})
    void onlyWhatIsBlankIsNamed(String one, String other) {
        var note = new SoapNote(
                "Cough",
                one.equals("subjective") ? " " : "a",
                other.equals("objective") ? "\n" : "b",
                one.equals("assessment") ? "\u00a0" : "c",
                other.equals("plan") ? "" : "d");

        assertThat(note.blankParts()).extracting(SoapPart::toString).containsExactly(one, other);
    }

    @Test
    void anAddendumIsAsLongAsASectionOfANote() {
        assertThat(new Addendum(
                                recordId(),
                                1,
                                DR_OKAFOR.id(),
                                "Amara Okafor",
                                "x".repeat(20_000),
                                RecordFixtures.SIGNED_AT)
                        .text())
                .hasSize(20_000);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Addendum(
                        recordId(), 1, DR_OKAFOR.id(), "Amara Okafor", "x".repeat(20_001), RecordFixtures.SIGNED_AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void anAddendumSaysSomething(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        new Addendum(recordId(), 1, DR_OKAFOR.id(), "Amara Okafor", text, RecordFixtures.SIGNED_AT));
    }

    @Test
    void anAddendumsDigestIsTheOneOfItsCanonicalForm() throws Exception {
        var addendum =
                addendum(new MedicalRecordId(UUID.fromString("00000000-0000-4000-8000-000000000001")), 2, DR_OKAFOR);

        assertThat(addendum.sha256())
                .isEqualTo(sha256(
                        "{\"number\":2,\"providerId\":\"%s\",\"recordId\":\"00000000-0000-4000-8000-000000000001\",\"signedAt\":\"2026-01-02T03:04:05.678901Z\",\"signer\":\"Amara Okafor\",\"text\":\"Ms. Gonzalez called: no fever since noon.\"}"
                                .formatted(DR_OKAFOR.id())));
    }

    /** By the reference implementation, from JSON in no special form. */
    private static String canonical(@Nullable Object value) throws IOException {
        return new JsonCanonicalizer(json(value)).getEncodedString();
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(member -> json(member.getKey()) + " : " + json(member.getValue()))
                        .toList()
                        .toString()
                        .replaceFirst("^\\[", "{")
                        .replaceFirst("]$", "}");
            case List<?> list -> list.stream().map(SigningTest::json).toList().toString();
            case String text -> {
                var escaped = new StringBuilder("\"");
                text.chars().forEach(unit -> escaped.append("\\u%04X".formatted(unit)));
                yield escaped.append('"').toString();
            }
            case null -> "null";
            default -> value.toString();
        };
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without halves of surrogate pairs, which no record holds. */
    private static String text(Random random) {
        return random.ints(random.nextInt(20), 1, 0x11000)
                .map(point -> Character.isSurrogate((char) point) ? '!' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
