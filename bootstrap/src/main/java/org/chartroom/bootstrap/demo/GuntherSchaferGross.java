package org.chartroom.bootstrap.demo;

import static org.chartroom.bootstrap.demo.DemoEntries.measured;
import static org.chartroom.bootstrap.demo.DemoEntries.prescription;
import static org.chartroom.bootstrap.demo.DemoEntries.symptom;

import java.util.List;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.bootstrap.demo.DemoClinic.Chart;
import org.chartroom.bootstrap.demo.DemoClinic.Visit;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.AllergySeverity;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.ContactDetails;
import org.chartroom.patient.domain.EmergencyContact;
import org.chartroom.patient.domain.Insurance;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PostalAddress;
import org.chartroom.patient.domain.Sex;
import org.chartroom.record.application.Charting;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.SoapNote;

/**
 * 81 years, chronic kidney disease and atrial fibrillation, anticoagulated; every dose minds his kidneys. What he must
 * not get: an ACE inhibitor, an NSAID. Comes between 15:00 and 16:20.
 */
final class GuntherSchaferGross {

    private static final DemoFolder FOLDER = new DemoFolder(5);

    static Chart chart(DemoCalendar calendar) {
        return new Chart(
                patient(calendar),
                List.of(
                        bloodPressureHigh(calendar),
                        bloodPressureFine(calendar),
                        shingles(calendar),
                        FOLDER.booked(
                                4,
                                new AppointmentDetails(
                                        calendar.todayAt(15, 20),
                                        AppointmentType.FOLLOW_UP,
                                        "Pain after shingles; kidney values",
                                        "Daughter comes along.")),
                        FOLDER.booked(
                                5,
                                new AppointmentDetails(
                                        calendar.inDays(35, 15, 0),
                                        AppointmentType.ROUTINE_CHECKUP,
                                        "Yearly check-up",
                                        "Cancelled by the daughter: he is visiting his brother then. She will call."),
                                AppointmentStatus.CANCELLED)));
    }

    private static Patient patient(DemoCalendar calendar) {
        return FOLDER.patient(
                new PatientDetails(
                        new PersonName("Günther", "Schäfer-Groß"),
                        calendar.dateAgo(81, 7, 0),
                        Sex.MALE,
                        new ContactDetails("+1 613-555-0186", null),
                        new PostalAddress("Lindenhof Residence, Room 12, 90 Quarry Road", "Kingston", "ON", "K7K 0Z2"),
                        new EmergencyContact("Annegret Schäfer (daughter)", "+1 613-555-0187"),
                        new Insurance("Maple Seniors Plan", "MSP-0093-551"),
                        "Hard of hearing, speak slowly and face him. Has a living will, copy on file."),
                List.of(
                        new AllergyDetails(
                                "ACE inhibitors (ramipril)",
                                AllergySeverity.LIFE_THREATENING,
                                "Swelling of tongue and throat in the third week; intensive care for two days."),
                        new AllergyDetails(
                                "Iodinated contrast media",
                                AllergySeverity.MODERATE,
                                "Hives all over within minutes of a CT scan."),
                        new AllergyDetails("Adhesive plaster", AllergySeverity.MILD, "Red itching skin.")),
                List.of(
                        new ChronicConditionDetails(
                                "Chronic kidney disease, stage G3b A2",
                                calendar.dateAgo(6, 4, 0),
                                "Of long hypertension. eGFR 40 to 44 mL/min/1.73 m² for two years."),
                        new ChronicConditionDetails(
                                "Permanent atrial fibrillation",
                                calendar.dateAgo(8, 1, 0),
                                "CHA2DS2-VASc 3. Apixaban 2.5 mg twice daily: over 80 and creatinine over 133 µmol/L.")),
                calendar.today());
    }

    private static Visit bloodPressureHigh(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(112, 15, 0), AppointmentType.FOLLOW_UP, "Kidney values, blood pressure", null);
        var note = new SoapNote(
                "Quarterly check of kidneys, heart rhythm and blood pressure.",
                // Subjective
                """
                81-year-old man, with his daughter. Feels well for his age, walks 30 minutes a day with a stick.
                Readings at the residence 150 to 160 systolic for a month. No chest pain or breathlessness.
                Takes apixaban 2.5 mg twice daily without missing any, bisoprolol 2.5 mg. No bleeding, no falls.
                No NSAID. Dull headache some mornings.""",
                // Objective
                """
                BP 156/78 mmHg sitting, 152/78 mmHg standing. Pulse 76, irregular. Weight 74.2 kg, height 172 cm.
                Heart sounds irregular, no murmur. Chest clear, no edema.
                Creatinine 148 µmol/L, eGFR 41 mL/min/1.73 m², creatinine clearance 36 mL/min, potassium 4.8 mmol/L.
                Hemoglobin 128 g/L. Urine albumin-creatinine ratio 9 mg/mmol.""",
                // Assessment
                """
                1. Hypertension above target (below 140 mmHg at his age), no orthostatic drop.
                2. Chronic kidney disease G3b A2, stable.
                3. Permanent atrial fibrillation, rate controlled. Age and creatinine: apixaban 2.5 mg is the right dose.""",
                // Plan
                """
                Amlodipine 5 mg daily started. No ACE inhibitor after angiedema; no ARB without the nephrologist.
                Apixaban 2.5 mg twice daily renewed. Bisoprolol 2.5 mg continues, supply at home.
                No NSAIDs, acetaminophen if anything. Question to the nephrologist: SGLT2 inhibitor?
                Residence measures twice a week. Check in 6 weeks with creatinine and potassium.""");
        var symptoms = List.of(symptom("Headache", 2, "1 month", "Dull, some mornings."));
        var prescriptions = List.of(
                prescription(
                        "Amlodipine 5 mg tablet",
                        "1 tablet (5 mg)",
                        "once daily in the morning",
                        "90 days",
                        90,
                        3,
                        "Ankles may swell; tell us."),
                prescription(
                        "Apixaban 2.5 mg tablet",
                        "1 tablet (2.5 mg)",
                        "twice daily",
                        "90 days",
                        180,
                        3,
                        "Never leave it out without asking."));
        var vitalSigns = measured(new BloodPressure(156, 78), 76, 36.4, 16, 96, 74.2, 172.0);
        return FOLDER.completed(
                1, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private static Visit bloodPressureFine(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(70, 15, 0), AppointmentType.FOLLOW_UP, "Blood pressure, kidney values", null);
        var note = new SoapNote(
                "Check six weeks after starting amlodipine.",
                // Subjective
                """
                81-year-old man, alone today. Headaches gone. Readings at the residence 128 to 140 systolic.
                Ankles a little thicker in the evening since amlodipine, gone by morning, does not bother him.
                No breathlessness, sleeps flat. No dizziness, no falls, no bleeding.""",
                // Objective
                """
                BP 136/74 mmHg sitting, 132/72 mmHg standing. Pulse 72, irregular. Weight 74.0 kg.
                Slight pitting at both ankles, calves soft and equal. Chest clear, neck veins not raised.
                Creatinine 146 µmol/L, eGFR 41 mL/min/1.73 m², potassium 4.7 mmol/L.""",
                // Assessment
                """
                1. Hypertension, at target.
                2. Mild ankle edema from amlodipine; no sign of heart failure.
                3. Kidney function stable, atrial fibrillation rate controlled.""",
                // Plan
                """
                Amlodipine 5 mg, apixaban 2.5 mg twice daily and bisoprolol 2.5 mg continue; nothing new prescribed.
                Legs up in the evening. If the swelling grows, lower the dose rather than add a diuretic.
                Nephrologist sees him next month. Check in 3 months.""");
        var symptoms = List.of(symptom("Ankle swelling", 2, "5 weeks", "In the evening, both sides."));
        var vitalSigns = measured(new BloodPressure(136, 74), 72, 36.3, 16, 97, 74.0, null);
        return FOLDER.completed(
                2, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, List.of(), vitalSigns));
    }

    private static Visit shingles(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(21, 15, 0),
                AppointmentType.SICK_VISIT,
                "Painful rash on the chest",
                "Same-day appointment, call from the residence.");
        var note = new SoapNote(
                "Painful rash on the left side of the chest for two days.",
                // Subjective
                """
                81-year-old man, with a nurse of the residence. Burning pain on the left chest for four days, \
                blisters since the day before yesterday. Pain 7 of 10, touch of the shirt hurts, sleeps badly.
                No fever, no cough, no pain on exertion. Eye and ear not affected. Eats and drinks as usual.
                Had chickenpox as a child, not vaccinated against shingles. Takes no pain reliever so far.""",
                // Objective
                """
                BP 142/76 mmHg, pulse 84 irregular, temperature 37.0 °C, saturation 96 %. Weight 73.6 kg.
                Grouped vesicles on red ground in a band from spine to sternum, left, dermatome T5, not across the \
                midline, no crusts yet, not infected. Chest clear.
                Creatinine 151 µmol/L, eGFR 40 mL/min/1.73 m², creatinine clearance 35 mL/min.""",
                // Assessment
                """
                Herpes zoster, left T5, within 72 hours of the rash, at an age with high risk of lasting pain.
                Antiviral indicated; clearance of 30 to 49 mL/min: valacyclovir every 12 instead of every 8 hours.
                NSAIDs ruled out by kidneys and apixaban.""",
                // Plan
                """
                Valacyclovir 1000 mg every 12 hours for 7 days; drink at least 1.5 litres a day.
                Acetaminophen 1000 mg three times a day, regularly.
                Gabapentin 100 mg at bedtime, low because of age and kidneys; careful when getting up at night.
                Cover the rash with gauze and a tubular bandage, no plaster. Away from residents and staff who never had chickenpox.
                Apixaban, amlodipine and bisoprolol unchanged. To call if confused, eye affected or rash spreading.
                Check in 3 weeks with creatinine; vaccination against shingles later.""");
        var symptoms = List.of(
                symptom("Burning pain, left chest", 7, "4 days", "Touch hurts."),
                symptom("Vesicular rash", null, "2 days", "Left T5."),
                symptom("Poor sleep", 5, "3 nights", "From pain."));
        var prescriptions = List.of(
                prescription(
                        "Valacyclovir 1000 mg tablet",
                        "1 tablet (1000 mg)",
                        "every 12 hours",
                        "7 days",
                        14,
                        0,
                        "Dose for creatinine clearance 30 to 49 mL/min. Drink plenty."),
                prescription(
                        "Acetaminophen (paracetamol) 500 mg tablet",
                        "2 tablets (1000 mg)",
                        "three times daily",
                        "14 days",
                        84,
                        0,
                        "At most 6 tablets in 24 hours."),
                prescription(
                        "Gabapentin 100 mg capsule",
                        "1 capsule (100 mg)",
                        "once daily at bedtime",
                        "21 days",
                        21,
                        0,
                        "May make drowsy: use the bell at night."));
        var vitalSigns = measured(new BloodPressure(142, 76), 84, 37.0, 16, 96, 73.6, null);
        return FOLDER.completed(
                3, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private GuntherSchaferGross() {}
}
