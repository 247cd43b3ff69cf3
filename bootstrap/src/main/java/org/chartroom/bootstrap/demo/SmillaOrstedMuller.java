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
import org.chartroom.record.domain.SoapNote;

/**
 * 14 months, atopic dermatitis, allergic to milk and egg. Seen at 9, 12 and 13 months; her weight follows one line
 * slightly below the median of the WHO standards, and her doses follow her weight. Comes between 10:20 and 11:30.
 */
final class SmillaOrstedMuller {

    private static final DemoFolder FOLDER = new DemoFolder(2);

    static Chart chart(DemoCalendar calendar) {
        return new Chart(
                patient(calendar),
                List.of(
                        firstVisit(calendar),
                        twelveMonths(calendar),
                        earache(calendar),
                        FOLDER.booked(
                                4,
                                new AppointmentDetails(
                                        calendar.todayAt(10, 20),
                                        AppointmentType.FOLLOW_UP,
                                        "Ear check after otitis media",
                                        "With her father."),
                                AppointmentStatus.CHECKED_IN),
                        FOLDER.booked(
                                5,
                                new AppointmentDetails(
                                        calendar.inDays(63, 10, 40),
                                        AppointmentType.ROUTINE_CHECKUP,
                                        "Check-up and vaccines due in the second year",
                                        null))));
    }

    private static Patient patient(DemoCalendar calendar) {
        return FOLDER.patient(
                new PatientDetails(
                        new PersonName("Smilla", "Ørsted-Müller"),
                        calendar.dateAgo(1, 2, 12),
                        Sex.FEMALE,
                        new ContactDetails("+1 613-555-0151", new EmailAddress("familie.oersted.mueller@example.org")),
                        new PostalAddress("7 Ferryman's Lane", "Kingston", "ON", "K7M 0Z4"),
                        new EmergencyContact("Freja Ørsted (mother)", "+1 613-555-0151"),
                        new Insurance("Harbour Family Health", "HFH 20 118 664"),
                        "Contact details are the mother's. Born at term, 3.2 kg."),
                List.of(
                        new AllergyDetails(
                                "Cow's milk protein",
                                AllergySeverity.MODERATE,
                                "Hives all over 15 minutes after yogurt; no vomiting, no trouble breathing."),
                        new AllergyDetails(
                                "Hen's egg", AllergySeverity.MILD, "Hives around the mouth after scrambled egg.")),
                List.of(new ChronicConditionDetails(
                        "Atopic dermatitis", calendar.dateAgo(0, 9, 0), "Cheeks and folds of the limbs.")),
                calendar.today());
    }

    private static Visit firstVisit(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(154, 10, 20),
                AppointmentType.NEW_PATIENT,
                "Eczema, rash after yogurt",
                "Family moved here; records requested from the former doctor.");
        var note = new SoapNote(
                "Itchy eczema, and hives after yogurt.",
                // Subjective
                """
                9-month-old girl, with both parents; new to the clinic. Born at term, vaccinated up to age.
                Dry itchy patches on cheeks, elbows and knees since 4 months; scratches and sleeps badly.
                Last week hives all over 15 minutes after her first yogurt, gone in two hours; no vomiting, \
                cough, wheeze or drowsiness. At 8 months hives around the mouth after scrambled egg.
                Breastfed, solids since 6 months, vitamin D daily. Father has hay fever. No regular drugs.""",
                // Objective
                """
                Alert, smiling, sits alone. Weight 8.05 kg, length 69.5 cm, both between the 25th and 50th percentile.
                Temperature 36.8 °C, pulse 126, respiratory rate 32, saturation 99 %.
                Red, dry, scratched plaques on both cheeks, elbow and knee folds; no oozing, no crusts.
                Chest clear, no murmur, abdomen soft. Fontanelle flat. No hives today.""",
                // Assessment
                """
                1. Atopic dermatitis, moderate, not infected.
                2. Immediate allergy to cow's milk, skin only: moderate. To hen's egg, local: mild.
                3. Growth and development normal.""",
                // Plan
                """
                Petrolatum ointment at least twice daily over all the skin; bath of 10 minutes, no soap.
                Hydrocortisone 1 % ointment thinly on red patches twice daily, 7 days at most at a time.
                No milk, no egg; breastfeeding continues, mother's diet unchanged. Should formula be needed, \
                an extensively hydrolysed one. Cetirizine 2 mg (0.25 mg/kg) for hives, one dose.
                Emergency plan in writing: breathing trouble, repeated vomiting or floppiness: call 911.
                Referred to the allergist for skin prick tests. Check at 12 months.""");
        var symptoms = List.of(
                symptom("Itching", 6, "5 months", "As the parents rate it; worse at night."),
                symptom("Urticaria", null, "2 hours, last week", "15 minutes after yogurt."));
        var prescriptions = List.of(
                prescription(
                        "Petrolatum ointment",
                        "thin layer on the whole skin",
                        "twice daily and after each bath",
                        "continuously",
                        450,
                        3,
                        "450 g jar."),
                prescription(
                        "Hydrocortisone 1 % ointment",
                        "thin layer on red patches",
                        "twice daily",
                        "7 days",
                        30,
                        1,
                        "30 g tube. Not around the eyes. Pause for a week before using it again."),
                prescription(
                        "Cetirizine 1 mg/mL oral solution",
                        "2 mL (2 mg)",
                        "one dose as needed for hives",
                        "as needed, once in 24 hours at most",
                        60,
                        0,
                        "60 mL bottle. It does not replace the emergency plan."));
        var vitalSigns = measured(null, 126, 36.8, 32, 99, 8.05, 69.5);
        return FOLDER.completed(
                1, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private static Visit twelveMonths(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(63, 10, 20),
                AppointmentType.ROUTINE_CHECKUP,
                "Check-up and vaccines at 12 months",
                null);
        var note = new SoapNote(
                "Check-up at 12 months.",
                // Subjective
                """
                12-month-old girl, with her mother. Eczema much better; hydrocortisone needed one week a month.
                Eats everything but milk and egg, still breastfed morning and night. No further reactions.
                Allergist: skin prick tests positive for milk and egg; strict avoidance, again in a year.
                Stands holding on, says "mama", waves. Sleeps through most nights.""",
                // Objective
                """
                Weight 8.85 kg, length 73.5 cm, along the same percentiles as at 9 months.
                Temperature 36.7 °C, pulse 120, respiratory rate 28, saturation 99 %.
                Skin dry, a few pink patches in the knee folds. Ears, heart, lungs, hips normal. 6 teeth.
                Hemoglobin 115 g/L (capillary).""",
                // Assessment
                """
                1. Healthy 12-month-old, growth and development normal, no anaemia.
                2. Atopic dermatitis, well controlled.
                3. Allergy to milk and egg, confirmed. Egg allergy is no reason to withhold MMR.""",
                // Plan
                """
                Vaccines of 12 months given, MMR among them; watched for 15 minutes, no reaction.
                Petrolatum ointment continues. Hydrocortisone 1 % ointment renewed, for flares only.
                Vitamin D 400 IU daily continues, renewed. No milk, no egg; fortified soy drink instead.
                Emergency plan gone through again with the mother and a copy made for the daycare.""");
        var symptoms = List.of(symptom("Itching", 2, "on and off", "As the mother rates it; knee folds."));
        var prescriptions = List.of(
                prescription(
                        "Hydrocortisone 1 % ointment",
                        "thin layer on red patches",
                        "twice daily during a flare",
                        "7 days at a time",
                        30,
                        1,
                        "30 g tube. Not around the eyes."),
                prescription(
                        "Vitamin D3 (cholecalciferol) 400 IU/drop",
                        "1 drop (400 IU)",
                        "once daily",
                        "90 days",
                        90,
                        3,
                        null));
        var vitalSigns = measured(null, 120, 36.7, 28, 99, 8.85, 73.5);
        return FOLDER.completed(
                2, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private static Visit earache(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(21, 10, 20),
                AppointmentType.SICK_VISIT,
                "Fever, pulls at her ear",
                "Same-day appointment.");
        var note = new SoapNote(
                "Fever since last night, pulls at her right ear.",
                // Subjective
                """
                13-month-old girl, with her father. Runny nose for three days, fever up to 39.4 °C since last night.
                Cries, pulls at the right ear, hardly slept. Drinks less, five wet diapers in 24 hours.
                No vomiting, rash, cough fits or trouble breathing. No ear infection and no antibiotic before.
                Allergies confirmed: milk and egg. No drug allergy known.""",
                // Objective
                """
                Irritable but consolable, well hydrated. Temperature 39.1 °C, pulse 152, respiratory rate 36, \
                saturation 98 %. Weight 9.20 kg.
                Right eardrum red, bulging, opaque. Left eardrum pink, not bulging. No swelling behind the ear.
                Clear runny nose, throat pink, chest clear, no neck stiffness, no rash.""",
                // Assessment
                """
                Acute otitis media on the right: bulging drum, fever of 39 °C, at 13 months.
                To be treated at once rather than watched, because of fever and age.
                No penicillin allergy; no milk or egg in what is prescribed.""",
                // Plan
                """
                Amoxicillin 80 mg/kg a day: 370 mg (7.4 mL of 50 mg/mL) twice daily for 10 days.
                Acetaminophen 14 mg/kg: 128 mg (4 mL) every 6 hours as needed, at most 4 doses a day.
                Fluids often and in small amounts; breastfeed as she likes.
                To come back after 48 hours without improvement; at once if floppy, not drinking, swollen behind \
                the ear, or with a rash. Ear check in 3 weeks.""");
        var symptoms = List.of(
                symptom("Ear pain", 7, "1 day", "As the father rates it; right side."),
                symptom("Fever", null, "1 day", "Up to 39.4 °C at home."),
                symptom("Runny nose", 3, "3 days", null));
        var prescriptions = List.of(
                prescription(
                        "Amoxicillin 250 mg/5 mL oral suspension",
                        "7.4 mL (370 mg)",
                        "twice daily",
                        "10 days",
                        150,
                        0,
                        "150 mL. Shake, keep in the fridge, use the oral syringe. Give it to the end."),
                prescription(
                        "Acetaminophen (paracetamol) 160 mg/5 mL oral suspension",
                        "4 mL (128 mg)",
                        "every 6 hours as needed",
                        "3 days",
                        100,
                        0,
                        "100 mL bottle. At most 4 doses in 24 hours."));
        var vitalSigns = measured(null, 152, 39.1, 36, 98, 9.2, null);
        return FOLDER.completed(
                3, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private SmillaOrstedMuller() {}
}
