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
 * 26 years, migraine, a family name of one letter. Walked in without address, insurance or emergency contact, which are
 * missing to this day. What Jun must not get: any penicillin or cephalosporin. Comes between 11:30 and 12:30.
 */
final class JunO {

    private static final DemoFolder FOLDER = new DemoFolder(3);

    static Chart chart(DemoCalendar calendar) {
        return new Chart(
                patient(calendar),
                List.of(
                        soreThroat(calendar),
                        migraine(calendar),
                        FOLDER.booked(
                                3,
                                new AppointmentDetails(
                                        calendar.daysAgo(14, 11, 40),
                                        AppointmentType.FOLLOW_UP,
                                        "Migraine diary; referral to the allergist",
                                        "Did not come and did not call. Voicemail left; asked for a video call instead."),
                                AppointmentStatus.NO_SHOW),
                        FOLDER.booked(
                                4,
                                new AppointmentDetails(
                                        calendar.inDays(7, 12, 0),
                                        AppointmentType.TELEHEALTH,
                                        "Migraine diary; referral to the allergist",
                                        "Ask for address, insurance and emergency contact."))));
    }

    private static Patient patient(DemoCalendar calendar) {
        return FOLDER.patient(
                new PatientDetails(
                        new PersonName("Jun", "O"),
                        calendar.dateAgo(26, 6, 20),
                        Sex.OTHER,
                        new ContactDetails("+1 343-555-0163", null),
                        PostalAddress.UNKNOWN,
                        EmergencyContact.UNKNOWN,
                        Insurance.NONE,
                        "Walk-in. Stays with friends; coverage applied for. Pronouns they/them."),
                List.of(
                        new AllergyDetails(
                                "Penicillin",
                                AllergySeverity.LIFE_THREATENING,
                                "Anaphylaxis at 9 years, minutes after the first dose: throat swelling, collapse, adrenaline."),
                        new AllergyDetails("Nickel", AllergySeverity.MILD, "Eczema under belt buckles and earrings.")),
                List.of(new ChronicConditionDetails(
                        "Migraine without aura", calendar.dateAgo(3, 1, 0), "Mother has migraine too.")),
                calendar.today());
    }

    private static Visit soreThroat(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(84, 11, 40), AppointmentType.NEW_PATIENT, "Sore throat, fever", "Walk-in.");
        var note = new SoapNote(
                "Severe sore throat and fever for two days.",
                // Subjective
                """
                26-year-old, new to the clinic, walked in. Sore throat for two days, 7 of 10, worse on swallowing.
                Fever up to 38.9 °C, chills, headache. No cough, no runny nose, no hoarseness, no rash.
                Swallows saliva and water. A flatmate had "strep" last week.
                Migraine without aura for three years, ibuprofen at times; no regular drugs, no asthma.
                Penicillin: anaphylaxis at 9 years. Has taken clarithromycin since without trouble.""",
                // Objective
                """
                Temperature 38.7 °C, pulse 98, BP 116/72 mmHg, saturation 98 %. Looks tired, not toxic.
                Tonsils large, symmetrical, with white exudate; uvula in the midline, mouth opens fully.
                Tender anterior neck nodes up to 2 cm. No rash, spleen not palpable, neck supple, chest clear.
                Rapid antigen test for group A streptococci: positive.""",
                // Assessment
                """
                Streptococcal tonsillitis, Centor 4 of 4, test positive. No sign of abscess.
                Anaphylaxis to penicillin: no penicillin and no cephalosporin; a macrolide instead.
                No drug that prolongs QT, no ergotamine, so clarithromycin does not interact.""",
                // Plan
                """
                Clarithromycin 250 mg twice daily for 10 days.
                Acetaminophen 1000 mg every 8 hours as needed; cool drinks, rest, salt water gargle.
                Off work until 24 hours after the first dose and free of fever.
                To come back at once if unable to swallow or open the mouth, or short of breath; otherwise \
                if not better in 3 days. Allergist to clarify the penicillin allergy, when coverage is there.""");
        var scribe = new AiScribe(
                // Transcript
                """
                [doctor] Hello, I'm Dr. Demo. We haven't met before. What brings you in?
                [patient] My throat. It's been killing me for two days, I can hardly swallow.
                [doctor] How bad is it, on a scale from one to ten?
                [patient] Seven. Eight when I eat. I live on soup.
                [doctor] Can you drink, and swallow your own saliva?
                [patient] Yes, it just hurts.
                [doctor] Any fever?
                [patient] 38.9 last night, with chills. And my head hurts.
                [doctor] Cough, runny nose, hoarse voice?
                [patient] No, none of that. But my flatmate had strep last week.
                [doctor] That is good to know. Any other illnesses? Do you take anything regularly?
                [patient] I get migraines, for three years now. I take ibuprofen for them sometimes. Nothing else.
                [doctor] Allergies?
                [patient] Penicillin. I was nine, my throat closed up and I passed out. They gave me adrenaline.
                [doctor] How long after the dose was that?
                [patient] Minutes. It was the first spoonful. Oh, and nickel, I get a rash from belt buckles.
                [doctor] Have you had antibiotics since?
                [patient] Once, for a chest thing. Clari-something.
                [doctor] Clarithromycin?
                [patient] Yes, that. I was fine with it.
                [doctor] Good. Open wide, please. There is white stuff on both tonsils, and the nodes here are \
                swollen. Does this hurt?
                [patient] Ouch. Yes.
                [doctor] The strep test is positive. You need an antibiotic, but no penicillin and nothing related. \
                I'll give you clarithromycin, 250 milligrams, morning and evening, for ten days.
                [patient] Even if I feel better before?
                [doctor] Yes, all ten days. For the pain acetaminophen, 1000 milligrams up to three times a day.
                [patient] When can I go back to work?
                [doctor] When you've had the tablets for a day and the fever is gone. If you can't swallow or can't \
                open your mouth, or can't breathe well, come at once or call 911.
                [patient] Okay. I don't have coverage here yet, by the way.
                [doctor] The front desk will help you with that. And once you have it, an allergist should look at \
                the penicillin story.""",
                // Summary
                """
                Two days of sore throat (7/10), fever to 38.9 °C, chills and headache; no cough or runny nose; \
                flatmate had strep. Exudate on both tonsils, tender nodes, rapid strep test positive.
                Penicillin anaphylaxis at age 9; tolerated clarithromycin. Plan: clarithromycin 250 mg twice daily \
                for 10 days, acetaminophen up to 1000 mg three times a day, return precautions, allergist later.""");
        var symptoms = List.of(
                scribedSymptom("Sore throat", 7, "2 days", "Worse on swallowing; drinks well."),
                scribedSymptom("Fever", null, "2 days", "Up to 38.9 °C, chills."),
                scribedSymptom("Headache", 4, "2 days", null));
        var prescriptions = List.of(
                scribedPrescription(
                        "Clarithromycin 250 mg tablet",
                        "1 tablet (250 mg)",
                        "twice daily",
                        "10 days",
                        20,
                        0,
                        "Take all of them, even when the throat is better."),
                prescription(
                        "Acetaminophen (paracetamol) 500 mg tablet",
                        "2 tablets (1000 mg)",
                        "every 8 hours as needed",
                        "5 days",
                        30,
                        0,
                        "At most 6 tablets in 24 hours."));
        var vitalSigns = measured(new BloodPressure(116, 72), 98, 38.7, 16, 98, 58.4, 171.5);
        return FOLDER.completed(1, appointment, new Charting.Visit(note, scribe, symptoms, prescriptions, vitalSigns));
    }

    private static Visit migraine(DemoCalendar calendar) {
        var appointment = new AppointmentDetails(
                calendar.daysAgo(42, 11, 40),
                AppointmentType.TELEHEALTH,
                "Migraine more often",
                "Video call. Blood pressure to be measured at the pharmacy beforehand.");
        var note = new SoapNote(
                "Migraine attacks more often for two months.",
                // Subjective
                """
                26-year-old, by video from home. The sore throat went away within four days.
                Migraine four times a month instead of once, for two months: left, throbbing, 8 of 10, 12 to 24 hours, \
                with nausea and light sensitivity, worse on stairs. No aura, no weakness or speech trouble.
                No fever, no injury, none on exertion, none new in kind. Sleeps 5 hours since a new night job.
                Ibuprofen 400 mg helps little. No heart, liver or stomach disease; no chance of pregnancy.""",
                // Objective
                """
                At home, this morning: BP 114/72 mmHg and pulse 68 (pharmacy monitor), weight 58.2 kg.
                By video: alert, fluent speech, face symmetrical, eyes move fully, arms held up without drift, \
                finger to nose accurate, neck bends freely.
                No fundoscopy possible; weight and blood pressure as 6 weeks ago.""",
                // Assessment
                """
                Migraine without aura, more frequent with lack of sleep; no red flags.
                Four days a month: treatment of attacks first, prevention if that does not suffice.
                No vascular disease, blood pressure normal, so a triptan may be given.""",
                // Plan
                """
                Sumatriptan 50 mg at onset, a second after 2 hours if it returns, on 9 days a month at most.
                Naproxen 500 mg together with the first tablet (no reaction to NSAIDs, stomach and kidneys healthy).
                Regular sleep as far as the shifts allow, meals, water; headache diary.
                Emergency department for a sudden worst headache, fever with stiff neck, weakness or loss of sight.
                With the diary in 4 weeks, in person, for fundoscopy.""");
        var symptoms = List.of(
                symptom("Headache", 8, "12 to 24 hours, 4 times a month", "Left, throbbing."),
                symptom("Nausea", 5, "during attacks", null),
                symptom("Photophobia", 6, "during attacks", null));
        var prescriptions = List.of(
                prescription(
                        "Sumatriptan 50 mg tablet",
                        "1 tablet (50 mg)",
                        "at onset of migraine; once more after 2 hours if it returns",
                        "as needed",
                        12,
                        1,
                        "At most 2 tablets in 24 hours, on 9 days a month at most."),
                prescription(
                        "Naproxen 500 mg tablet",
                        "1 tablet (500 mg)",
                        "once, with the first sumatriptan of an attack",
                        "as needed",
                        10,
                        0,
                        "With food. No ibuprofen on the same day."));
        var vitalSigns = measured(new BloodPressure(114, 72), 68, null, null, null, 58.2, null);
        return FOLDER.completed(
                2, appointment, new Charting.Visit(note, AiScribe.NONE, symptoms, prescriptions, vitalSigns));
    }

    private JunO() {}
}
