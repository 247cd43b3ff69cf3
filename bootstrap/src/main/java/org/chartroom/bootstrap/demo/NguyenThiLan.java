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
import org.chartroom.kernel.EmailAddress;
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
 * 34 years, pregnant, with hypertension and hypothyroidism; nothing of her data is missing. What she must not get: an
 * ACE inhibitor, a sulfonamide antibiotic. Comes between 9:00 and 10:20.
 */
final class NguyenThiLan {

    private static final DemoFolder FOLDER = new DemoFolder(1);

    static Chart chart(DemoCalendar calendar) {
        return new Chart(
                patient(calendar),
                List.of(
                        pregnant(calendar),
                        fourteenWeeks(calendar),
                        cystitis(calendar),
                        FOLDER.booked(
                                4,
                                new AppointmentDetails(
                                        calendar.todayAt(9, 40),
                                        AppointmentType.FOLLOW_UP,
                                        "Urine culture after the antibiotic; blood pressure",
                                        "Brings a morning urine sample."),
                                AppointmentStatus.CHECKED_IN,
                                AppointmentStatus.IN_PROGRESS),
                        FOLDER.booked(
                                5,
                                new AppointmentDetails(
                                        calendar.inDays(28, 9, 0),
                                        AppointmentType.ROUTINE_CHECKUP,
                                        "Pregnancy check at 25 weeks with glucose test",
                                        "Fasting not needed; plan one hour for the glucose test in the laboratory."))));
    }

    private static Patient patient(DemoCalendar calendar) {
        return FOLDER.patient(
                new PatientDetails(
                        new PersonName("Thị Lan", "Nguyễn"),
                        calendar.dateAgo(34, 8, 3),
                        Sex.FEMALE,
                        new ContactDetails("+1 613-555-0141", new EmailAddress("thilan.nguyen@example.org")),
                        new PostalAddress("48 Juniper Row, Apt 3", "Kingston", "ON", "K7L 0Z1"),
                        new EmergencyContact("Nguyễn Văn Bảo (husband)", "+1 613-555-0142"),
                        new Insurance("Northlight Mutual", "NLM-7730-4415-02"),
                        "Pregnant with her first child. Family name is Nguyễn; she is called Lan."),
                List.of(
                        new AllergyDetails(
                                "Sulfonamide antibiotics (co-trimoxazole)",
                                AllergySeverity.SEVERE,
                                "Widespread itching rash with fever and swollen face on day 6 of treatment."),
                        new AllergyDetails(
                                "Latex",
                                AllergySeverity.MODERATE,
                                "Hives on the hands and forearms after rubber gloves."),
                        new AllergyDetails("Prawns", AllergySeverity.MILD, "Itching of lips and palate.")),
                List.of(
                        new ChronicConditionDetails(
                                "Essential hypertension",
                                calendar.dateAgo(4, 2, 0),
                                "No end organ damage. Lisinopril until the pregnancy, labetalol since."),
                        new ChronicConditionDetails(
                                "Hypothyroidism (Hashimoto thyroiditis)", calendar.dateAgo(7, 5, 0), null)),
                calendar.today());
    }

    private static Visit pregnant(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(91, 9, 0),
                AppointmentType.FOLLOW_UP,
                "Positive pregnancy test, takes blood pressure tablets",
                null);
        var note = new SoapNote(
                "Positive pregnancy test; are the blood pressure tablets safe?",
                // Subjective
                """
                34-year-old woman, first pregnancy, planned. Last period 8 weeks ago, home test positive.
                Hypertension for 4 years, on lisinopril 10 mg daily up to yesterday.
                Hypothyroidism, on levothyroxine 75 micrograms, taken with breakfast.
                Morning nausea without vomiting, tired. No bleeding, pain, headache or visual disturbance.
                No asthma. Does not smoke, no alcohol. Allergies confirmed: sulfonamides, latex, prawns.""",
                // Objective
                """
                BP 142/90 mmHg seated, 140/90 mmHg after five minutes. Pulse 82, regular. BMI 24.9 kg/m².
                Heart sounds normal, chest clear, no edema. Thyroid not enlarged.
                Urine: hCG positive; no protein, nitrite or leukocytes.
                Blood last week: TSH 4.2 mIU/L, free T4 13 pmol/L, creatinine 54 µmol/L, potassium 4.0 mmol/L.""",
                // Assessment
                """
                1. Pregnancy, 8 weeks by dates; higher risk of pre-eclampsia because of chronic hypertension.
                2. Chronic hypertension above target. ACE inhibitors harm the fetus: has to be changed today.
                3. Hypothyroidism, dose too low for a pregnancy (aim: TSH below 2.5 mIU/L).""",
                // Plan
                """
                Lisinopril stopped for good; labetalol 100 mg twice daily instead (no asthma, no bradycardia).
                Levothyroxine raised from 75 to 100 micrograms, on an empty stomach; TSH again in 4 weeks.
                Prenatal multivitamin with folic acid 1 mg daily, 4 hours apart from levothyroxine.
                Home blood pressure morning and evening, aim below 135/85 mmHg; nurse check in 2 weeks.
                Dating ultrasound, booking bloods and urine culture ordered. Low-dose aspirin from week 12.
                To come at once with bleeding, abdominal pain, severe headache or visual disturbance.""");
        var symptoms = List.of(
                symptom("Nausea", 4, "2 weeks", "In the mornings, no vomiting."),
                symptom("Fatigue", 5, "3 weeks", null));
        var prescriptions = List.of(
                prescription(
                        "Labetalol 100 mg tablet",
                        "1 tablet (100 mg)",
                        "twice daily",
                        "30 days",
                        60,
                        2,
                        "With food. Replaces lisinopril."),
                prescription(
                        "Levothyroxine 100 microgram tablet",
                        "1 tablet (100 micrograms)",
                        "once daily",
                        "90 days",
                        90,
                        1,
                        "On an empty stomach, half an hour before breakfast."),
                prescription(
                        "Prenatal multivitamin with folic acid 1 mg",
                        "1 tablet",
                        "once daily",
                        "90 days",
                        90,
                        2,
                        "At least 4 hours after levothyroxine."));
        var vitalSigns = measured(new BloodPressure(142, 90), 82, 36.7, 16, 99, 61.4, 157.0);
        return FOLDER.completed(
                1, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private static Visit fourteenWeeks(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(49, 9, 0), AppointmentType.ROUTINE_CHECKUP, "Pregnancy check", null);
        var note = new SoapNote(
                "Pregnancy check at 14 weeks.",
                // Subjective
                """
                Feels well, nausea nearly gone. No bleeding, no headache, no visual disturbance.
                Takes labetalol 100 mg twice daily and levothyroxine 100 micrograms without trouble.
                Home blood pressure of the last week: mean 138/87 mmHg.
                Slight heartburn after late meals.""",
                // Objective
                """
                BP 138/88 mmHg, pulse 78, weight 62.2 kg (0.8 kg more than at 8 weeks). No edema.
                Fetal heart 152/min by Doppler. Dating ultrasound: single living fetus, agrees with dates.
                TSH 2.1 mIU/L. Urine albumin-creatinine ratio 1.1 mg/mmol. Booking urine culture sterile.""",
                // Assessment
                """
                1. Pregnancy, 14 weeks, developing normally.
                2. Chronic hypertension, a little above target at home and here; no proteinuria.
                3. Hypothyroidism, now well replaced.
                4. Mild reflux of pregnancy.""",
                // Plan
                """
                Labetalol raised to 200 mg twice daily; home readings by phone in one week.
                Aspirin 162 mg at bedtime until 36 weeks against pre-eclampsia (no aspirin allergy, no ulcer).
                Levothyroxine 100 micrograms and prenatal vitamin continue, supply at home. TSH in 4 weeks.
                Smaller and earlier evening meals; no drug for the heartburn yet.
                Anatomy ultrasound booked for 19 to 20 weeks.""");
        var symptoms = List.of(symptom("Heartburn", 2, "10 days", "After late meals, lying down."));
        var prescriptions = List.of(
                prescription(
                        "Labetalol 200 mg tablet",
                        "1 tablet (200 mg)",
                        "twice daily",
                        "90 days",
                        180,
                        1,
                        "Replaces the tablets of 100 mg."),
                prescription(
                        "Aspirin (acetylsalicylic acid) 81 mg tablet",
                        "2 tablets (162 mg)",
                        "once daily at bedtime",
                        "until 36 weeks of pregnancy",
                        180,
                        1,
                        null));
        var vitalSigns = measured(new BloodPressure(138, 88), 78, 36.6, 15, 99, 62.2, null);
        return FOLDER.completed(
                2, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private static Visit cystitis(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(14, 9, 0),
                AppointmentType.SICK_VISIT,
                "Burning when passing urine",
                "Same-day appointment.");
        var note = new SoapNote(
                "Burning when passing urine for two days, 19 weeks pregnant.",
                // Subjective
                """
                34-year-old woman, 19 weeks pregnant. Burning and frequency for two days, small amounts.
                Dull pressure above the pubic bone. No fever, chills, flank pain, vomiting or blood in the urine.
                No bleeding, no contractions. Feels first movements.
                Last bladder infection before the pregnancy, at 29: the co-trimoxazole reaction was then.
                Has had penicillins and cephalosporins without trouble.""",
                // Objective
                """
                BP 126/80 mmHg, pulse 86, temperature 37.1 °C. Not ill. Weight 64.1 kg.
                Mild suprapubic tenderness, no flank tenderness. Uterus two fingers below the navel, soft.
                Fetal heart 148/min by Doppler.
                Dipstick: nitrite positive, leukocytes 2+, blood trace, protein negative.""",
                // Assessment
                """
                Acute cystitis in pregnancy, no sign of pyelonephritis.
                Severe reaction to co-trimoxazole: no sulfonamide; a cephalosporin is safe in pregnancy.
                Blood pressure at target on labetalol 200 mg twice daily.""",
                // Plan
                """
                Urine culture sent before treatment. Cephalexin 500 mg twice daily for 7 days.
                Acetaminophen 500 mg as needed for discomfort; no ibuprofen in pregnancy.
                Drink to thirst. Labetalol, aspirin, levothyroxine and prenatal vitamin unchanged.
                Control culture in 2 weeks, then monthly until delivery.
                To come the same day with fever, flank pain, vomiting, contractions or bleeding.""");
        var scribe = new AiScribe(
                // Transcript
                """
                [doctor] Good morning, Lan. You called early, what is the matter?
                [patient] It burns when I pee. Since the day before yesterday, and it gets worse.
                [doctor] And do you have to go more often?
                [patient] All the time. Every half an hour, and then only a few drops come.
                [doctor] How bad is the burning, from one to ten?
                [patient] Six, I would say. Right at the end of it.
                [doctor] Any fever, shivering, or pain in your back, here at the side?
                [patient] No fever, I measured. The back is fine. Just some pressure down here in front.
                [doctor] Have you seen blood in the urine? Or any vaginal bleeding?
                [patient] No, nothing.
                [doctor] Contractions? Is the belly getting hard?
                [patient] No. But I think I felt the baby move last week.
                [doctor] At 19 weeks that may well be. Have you had bladder infections before?
                [patient] Once, when I was 29. They gave me Bactrim, and after some days I had that terrible rash.
                [doctor] I have it here: fever and a swollen face as well. Nothing of that family for you, then.
                [patient] Yes please, never again.
                [doctor] How about penicillin, or cephalosporins such as Keflex?
                [patient] I had amoxicillin for my teeth, and Keflex after I cut my foot. No problem.
                [doctor] Good. Your dipstick shows an infection of the bladder. May I tap your back? Does that hurt?
                [patient] No, not at all.
                [doctor] Then the kidneys are not involved. And the baby's heart beats at 148, just right.
                [patient] Oh good. Can I take something that does not hurt the baby?
                [doctor] Yes. Cephalexin, 500 milligrams, twice a day for seven days. It is well known in pregnancy.
                [patient] And for the pain? I have ibuprofen at home.
                [doctor] Not ibuprofen while you are pregnant. Acetaminophen, 500 milligrams, up to four a day.
                [patient] All right. And my other tablets?
                [doctor] All stay as they are, your blood pressure is fine today. I send a culture now, and we \
                repeat it in two weeks. If you get fever, back pain or contractions, come the same day.
                [patient] I will. Thank you, doctor.""",
                // Summary
                """
                19 weeks pregnant, dysuria (6/10), frequency and suprapubic pressure for two days; no fever, \
                flank pain, bleeding or contractions. Dipstick positive, no flank tenderness, fetal heart 148/min.
                Earlier severe reaction to co-trimoxazole; penicillins and cephalosporins tolerated.
                Cystitis in pregnancy: cephalexin 500 mg twice daily for 7 days, acetaminophen as needed, \
                no ibuprofen; culture now and in two weeks.""");
        var symptoms = List.of(
                scribedSymptom("Dysuria", 6, "2 days", "Worst at the end of urination."),
                scribedSymptom("Urinary frequency", 5, "2 days", "Every half hour, small amounts."),
                symptom("Suprapubic pressure", 3, "2 days", null));
        var prescriptions = List.of(
                scribedPrescription(
                        "Cephalexin 500 mg capsule",
                        "1 capsule (500 mg)",
                        "twice daily",
                        "7 days",
                        14,
                        0,
                        "Take all of them, even when it no longer burns."),
                scribedPrescription(
                        "Acetaminophen (paracetamol) 500 mg tablet",
                        "1 tablet (500 mg)",
                        "every 6 hours as needed",
                        "5 days",
                        20,
                        0,
                        "At most 4 tablets in 24 hours."));
        var vitalSigns = measured(new BloodPressure(126, 80), 86, 37.1, 16, 99, 64.1, null);
        return FOLDER.completed(3, appointment, new Charting.Visit(note, scribe, symptoms, prescriptions, vitalSigns));
    }

    private NguyenThiLan() {}
}
