package org.chartroom.bootstrap.demo;

import static org.chartroom.bootstrap.demo.DemoEntries.measured;
import static org.chartroom.bootstrap.demo.DemoEntries.prescription;
import static org.chartroom.bootstrap.demo.DemoEntries.scribedPrescription;
import static org.chartroom.bootstrap.demo.DemoEntries.scribedSymptom;
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
 * 52 years, type 2 diabetes and aspirin-exacerbated asthma; a name written from right to left. What he must not get:
 * any NSAID, any beta blocker. Comes between 13:30 and 14:50.
 */
final class SinanAlFayruzi {

    private static final DemoFolder FOLDER = new DemoFolder(4);

    /** Sinan. */
    private static final String FIRST_NAME = "سنان";

    /** Al-Fayruzi. */
    private static final String LAST_NAME = "الفيروزي";

    static Chart chart(DemoCalendar calendar) {
        return new Chart(
                patient(calendar),
                List.of(
                        diabetesReview(calendar),
                        asthmaAttack(calendar),
                        afterTheAttack(calendar),
                        FOLDER.booked(
                                4,
                                new AppointmentDetails(
                                        calendar.daysAgo(7, 14, 0),
                                        AppointmentType.FOLLOW_UP,
                                        "Diabetes and asthma",
                                        "Cancelled by the patient the day before: away for work. Booked again."),
                                AppointmentStatus.CANCELLED),
                        FOLDER.booked(
                                5,
                                new AppointmentDetails(
                                        calendar.todayAt(14, 0),
                                        AppointmentType.FOLLOW_UP,
                                        "Diabetes and asthma, HbA1c result",
                                        "Blood was taken last week, result is in."))));
    }

    private static Patient patient(DemoCalendar calendar) {
        return FOLDER.patient(
                new PatientDetails(
                        new PersonName(FIRST_NAME, LAST_NAME),
                        calendar.dateAgo(52, 9, 0),
                        Sex.MALE,
                        new ContactDetails("+1 613-555-0174", null),
                        new PostalAddress("215 Millrace Street", "Gananoque", "ON", "K7G 0Z7"),
                        new EmergencyContact("Rima al-Fayruzi (wife)", "+1 613-555-0175"),
                        new Insurance("Northlight Mutual", null),
                        "Latin spelling: Sinan al-Fayruzi. Policy number to follow."),
                List.of(
                        new AllergyDetails(
                                "Aspirin and all other NSAIDs",
                                AllergySeverity.SEVERE,
                                "Wheeze and blocked nose within an hour of ibuprofen; hospital for one night."),
                        new AllergyDetails(
                                "Sulfites (wine, dried fruit)",
                                AllergySeverity.MODERATE,
                                "Cough and wheeze. Not the same as sulfonamides, which he tolerates."),
                        new AllergyDetails("House dust mites", AllergySeverity.MILD, "Sneezing, itching eyes.")),
                List.of(
                        new ChronicConditionDetails("Type 2 diabetes mellitus", calendar.dateAgo(5, 3, 0), null),
                        new ChronicConditionDetails(
                                "Asthma with nasal polyps, aspirin-exacerbated",
                                calendar.dateAgo(16, 0, 0),
                                "Polyps removed once. Best peak flow 520 L/min.")),
                calendar.today());
    }

    private static Visit diabetesReview(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(98, 13, 30), AppointmentType.ROUTINE_CHECKUP, "Yearly diabetes check", null);
        var note = new SoapNote(
                "Yearly diabetes check.",
                // Subjective
                """
                52-year-old man, type 2 diabetes for 5 years, on metformin 500 mg twice daily. Feels well.
                Thirsty in the evenings at times, passes urine once a night. No hypoglycemia, no foot problems.
                Walks little, shift supervisor, eats late. Stopped smoking 12 years ago.
                Asthma quiet: reliever once a week, no night waking. Strictly avoids aspirin and NSAIDs.""",
                // Objective
                """
                BP 128/78 mmHg, pulse 76, weight 91.5 kg, height 176 cm, BMI 29.5 kg/m². Saturation 97 %.
                Chest clear. Feet: skin intact, pulses palpable, 10-g monofilament felt at all sites.
                HbA1c 7.8 % (62 mmol/mol), LDL 2.9 mmol/L, eGFR 92 mL/min/1.73 m².
                Urine albumin-creatinine ratio 1.4 mg/mmol. Retinal photograph last month: no retinopathy.""",
                // Assessment
                """
                1. Type 2 diabetes above target (HbA1c below 7.0 %), kidneys, eyes and feet unaffected.
                2. Cardiovascular risk raised by age and diabetes, LDL above 2.0 mmol/L: statin indicated.
                3. Asthma, aspirin-exacerbated, well controlled on budesonide-formoterol.""",
                // Plan
                """
                Metformin raised to 1000 mg twice daily with meals (kidney function normal).
                Atorvastatin 20 mg daily started; lipids and liver enzymes in 3 months.
                Budesonide-formoterol renewed: 1 inhalation twice daily and as needed.
                Dietitian; 30 minutes of walking five days a week. HbA1c in 3 months.""");
        var symptoms = List.of(
                symptom("Thirst", 3, "2 months", "In the evening."),
                symptom("Nocturia", 2, "2 months", "Once a night."));
        var prescriptions = List.of(
                prescription(
                        "Metformin 1000 mg tablet",
                        "1 tablet (1000 mg)",
                        "twice daily with meals",
                        "90 days",
                        180,
                        3,
                        "First week half a tablet in the morning, one in the evening."),
                prescription(
                        "Atorvastatin 20 mg tablet",
                        "1 tablet (20 mg)",
                        "once daily",
                        "90 days",
                        90,
                        3,
                        "Report muscle pain."),
                prescription(
                        "Budesonide-formoterol 200/6 microgram inhaler",
                        "1 inhalation",
                        "twice daily, and as needed for symptoms",
                        "60 days",
                        1,
                        3,
                        "120 doses. At most 8 inhalations a day. Rinse the mouth afterwards."));
        var vitalSigns = measured(new BloodPressure(128, 78), 76, 36.6, 15, 97, 91.5, 176.0);
        return FOLDER.completed(
                1, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private static Visit asthmaAttack(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(35, 13, 30),
                AppointmentType.SICK_VISIT,
                "Short of breath, cough",
                "Same-day appointment. Seen first by the nurse: saturation 94 %.");
        var note = new SoapNote(
                "Wheeze and shortness of breath for three days.",
                // Subjective
                """
                52-year-old man with aspirin-exacerbated asthma. Cold for five days, wheeze for three.
                Short of breath on stairs, speaks in sentences. Woken by cough the last two nights.
                Six extra inhalations of budesonide-formoterol yesterday, relief for two hours each.
                Clear sputum, no fever, no chest pain. For the cold took acetaminophen only, no NSAID.
                No prednisone for more than a year, never in intensive care.""",
                // Objective
                """
                BP 136/82 mmHg, pulse 106, respiratory rate 24, saturation 94 % on air, temperature 37.3 °C.
                No accessory muscles. Expiratory wheeze over both lungs, no crackles, equal air entry.
                Peak flow 310 L/min (60 % of best); 30 minutes after salbutamol 4 puffs by spacer 400 L/min, \
                respiratory rate 20, saturation 96 %. No calf swelling. Capillary glucose 9.2 mmol/L.""",
                // Assessment
                """
                Moderate exacerbation of asthma after a viral cold; good response, can be treated at home.
                No sign of pneumonia, no antibiotic needed.
                Diabetes: prednisone will raise the glucose for some days.""",
                // Plan
                """
                Prednisone 50 mg once daily for 5 days, first tablet taken here, then every morning; no taper.
                Budesonide-formoterol raised to 2 inhalations twice daily and as needed, 8 a day at most.
                Glucose four times a day while on prednisone; to call above 17 mmol/L. Metformin unchanged.
                For aches acetaminophen, never aspirin, ibuprofen or naproxen.
                Written asthma plan: emergency department if peak flow is below 260 or relief lasts under 2 hours.
                By video in one week.""");
        var symptoms = List.of(
                symptom("Dyspnea", 6, "3 days", "On stairs; woken at night."),
                symptom("Wheeze", 6, "3 days", null),
                symptom("Cough", 5, "5 days", "Clear sputum."));
        var prescriptions = List.of(
                prescription(
                        "Prednisone 50 mg tablet",
                        "1 tablet (50 mg)",
                        "once daily in the morning",
                        "5 days",
                        5,
                        0,
                        "With breakfast. Measure glucose four times a day."),
                prescription(
                        "Budesonide-formoterol 200/6 microgram inhaler",
                        "2 inhalations",
                        "twice daily, and 1 as needed for symptoms",
                        "30 days",
                        1,
                        2,
                        "120 doses. At most 8 inhalations a day. Rinse the mouth afterwards."));
        var vitalSigns = measured(new BloodPressure(136, 82), 106, 37.3, 24, 94, 91.0, null);
        return FOLDER.completed(
                2, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private static Visit afterTheAttack(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(28, 13, 30),
                AppointmentType.TELEHEALTH,
                "One week after asthma attack",
                "Video call. Has oximeter, blood pressure monitor and peak flow meter at home.");
        var note = new SoapNote(
                "Asthma one week after an exacerbation; strained back.",
                // Subjective
                """
                52-year-old man, by video from home. Breathing well again, slept through the last three nights.
                Prednisone finished three days ago. Extra inhalation once since, after stairs.
                Glucose up to 14.1 mmol/L on prednisone, 7 to 9 mmol/L since yesterday.
                Strained his lower back lifting boxes yesterday, 4 of 10, no pain in the legs, no numbness, \
                bladder and bowel normal. Asks whether he may take his wife's ibuprofen. Nose always blocked.""",
                // Objective
                """
                Measured at home: BP 130/78 mmHg, pulse 78, saturation 97 %, weight 90.6 kg.
                Peak flow 470 L/min (90 % of best).
                By video: comfortable, whole sentences, no audible wheeze. Stands on heels and toes, bends forward \
                to the knees with some pain in the lower back.""",
                // Assessment
                """
                1. Exacerbation of asthma resolved; nasal polyps symptomatic.
                2. Acute lumbar strain without red flags. NSAIDs would be dangerous: severe reaction to ibuprofen.
                3. Diabetes, glucose settling after prednisone.""",
                // Plan
                """
                No ibuprofen, aspirin or other NSAID, not even once. Acetaminophen 500 mg as needed for the back, \
                no more than 500 mg at a time in aspirin-exacerbated disease. Stay active, warmth.
                Montelukast 10 mg at night added; told to stop and call if mood or sleep change.
                Budesonide-formoterol stays at 2 inhalations twice daily until the next visit.
                Glucose once a day. HbA1c before the next visit in 3 weeks. ENT referral for the polyps.""");
        var scribe = new AiScribe(
                // Transcript
                """
                [doctor] Good afternoon, Mr al-Fayruzi. I can see and hear you well. How is your breathing?
                [patient] Much better, doctor. I slept through the last three nights.
                [doctor] Have you finished the prednisone?
                [patient] Yes, the five tablets. The last one was three days ago.
                [doctor] And how often did you need an extra puff since?
                [patient] Once. I ran up the stairs, that was stupid.
                [doctor] What does the peak flow meter say?
                [patient] 470 this morning. And the finger thing says 97, pulse 78.
                [doctor] Very good, that is 90 percent of your best. Did you measure your blood pressure?
                [patient] 130 over 78. And I weigh 90.6.
                [doctor] What about the sugar?
                [patient] It went up to 14.1 with the prednisone. Since yesterday it's between 7 and 9.
                [doctor] As expected. It should settle further. Anything else?
                [patient] My back. I lifted some boxes yesterday, and now it hurts here, low down.
                [doctor] How much, from one to ten? Does it go down into the legs?
                [patient] Four. No, only the back.
                [doctor] Any numbness, weakness, trouble with passing water?
                [patient] No, nothing like that. My wife has ibuprofen. One tablet can't hurt, can it?
                [doctor] It can. You were in hospital after ibuprofen. No ibuprofen, no aspirin, no naproxen, not even \
                one, and look at cold remedies too, many contain them.
                [patient] All right, I remember that night. What can I take?
                [doctor] Acetaminophen, 500 milligrams, every six hours if you need it. Not two at once.
                [patient] Okay. And moving?
                [doctor] Moving is good, and warmth. Please stand up and show me how far you can bend. Good. Now on \
                your toes, and on your heels. Thank you, that looks fine.
                [patient] My nose is always blocked, by the way. I can't smell my coffee.
                [doctor] Those are the polyps. I'd like to add montelukast, 10 milligrams, at night, and send you to \
                the ENT doctor. Some people sleep badly or get low on it; then stop it and call me.
                [patient] I will. And the inhaler, still two and two?
                [doctor] Two in the morning, two in the evening, until I see you in three weeks. Have blood taken \
                for the HbA1c before that.
                [patient] Thank you, doctor.""",
                // Summary
                """
                One week after asthma exacerbation: breathing well, peak flow 470 L/min, saturation 97 % at home.
                Glucose up to 14.1 mmol/L on prednisone, now 7 to 9. New lumbar strain (4/10) without red flags; \
                warned off ibuprofen because of an earlier hospital stay. Nose blocked, smell reduced.
                Plan: acetaminophen 500 mg as needed, montelukast 10 mg at night, inhaler 2 twice daily, \
                ENT referral, HbA1c and visit in three weeks.""");
        var symptoms = List.of(
                scribedSymptom("Low back pain", 4, "1 day", "After lifting boxes; not into the legs."),
                scribedSymptom("Nasal congestion", 5, "months", "Reduced sense of smell."));
        var prescriptions = List.of(
                scribedPrescription(
                        "Acetaminophen (paracetamol) 500 mg tablet",
                        "1 tablet (500 mg)",
                        "every 6 hours as needed",
                        "7 days",
                        28,
                        0,
                        "One tablet at a time. No ibuprofen, aspirin or naproxen, in cold remedies neither."),
                scribedPrescription(
                        "Montelukast 10 mg tablet",
                        "1 tablet (10 mg)",
                        "once daily in the evening",
                        "30 days",
                        30,
                        2,
                        "Stop and call if mood, sleep or behaviour change."));
        var vitalSigns = measured(new BloodPressure(130, 78), 78, null, null, 97, 90.6, null);
        return FOLDER.completed(3, appointment, new Charting.Visit(note, scribe, symptoms, prescriptions, vitalSigns));
    }

    private SinanAlFayruzi() {}
}
