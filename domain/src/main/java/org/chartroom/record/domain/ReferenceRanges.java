package org.chartroom.record.domain;

import static java.util.Map.entry;
import static org.chartroom.record.domain.ReferenceRange.atLeast;
import static org.chartroom.record.domain.ReferenceRange.atMost;
import static org.chartroom.record.domain.ReferenceRange.between;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which figures are usual at which age, each number from a published source, cited where it stands. Age is counted in
 * whole months and years from the birth date to the day of the visit; who was born on 29 February is a year older on 1
 * March where there is no 29th.
 *
 * <p>The ranges are those of people at rest and awake, at sea level, breathing air. They know nothing of pregnancy,
 * training, medication, prematurity, or of what is usual for this patient. Not judged: whether the pressure of an infant
 * is too high (AAP 2017 gives no screening value below one year), whether the diastolic pressure of a child is too low, the
 * oxygen saturation of newborns (it rises in the first hours of life), and the body mass index of children, which takes
 * percentiles by age and sex.
 */
public final class ReferenceRanges {

    /** A newborn is younger than this: WHO's neonatal period, the first 28 days of life. */
    private static final int NEWBORN_DAYS = 28;

    private static final int ADULT = years(18);

    /**
     * Beats a minute by age in months. Children: first to 99th centile of Fleming et al., Lancet 2011;377:1011–18, web
     * table 5; its first band begins at birth here, although that table gives the day of birth lower figures of its own.
     * Adults: 60 to 100, the resting rate that the American Heart Association calls normal.
     */
    private static final NavigableMap<Integer, ReferenceRange> HEART_RATE = byMonths(Map.ofEntries(
            entry(0, between(107, 181)),
            entry(3, between(104, 175)),
            entry(6, between(98, 168)),
            entry(9, between(93, 161)),
            entry(12, between(88, 156)),
            entry(18, between(82, 149)),
            entry(years(2), between(76, 142)),
            entry(years(3), between(70, 136)),
            entry(years(4), between(65, 131)),
            entry(years(6), between(59, 123)),
            entry(years(8), between(52, 115)),
            entry(years(12), between(47, 108)),
            entry(years(15), between(43, 104)),
            entry(ADULT, between(60, 100))));

    /**
     * Breaths a minute by age in months. Children: first to 99th centile of Fleming et al. (see {@link #HEART_RATE}), web
     * table 4. Adults: 12 to 20, which scores nothing in NEWS2 (Royal College of Physicians, London 2017).
     */
    private static final NavigableMap<Integer, ReferenceRange> RESPIRATORY_RATE = byMonths(Map.ofEntries(
            entry(0, between(25, 66)),
            entry(3, between(24, 64)),
            entry(6, between(23, 61)),
            entry(9, between(22, 58)),
            entry(12, between(21, 53)),
            entry(18, between(19, 46)),
            entry(years(2), between(18, 38)),
            entry(years(3), between(17, 33)),
            entry(years(4), between(17, 29)),
            entry(years(6), between(16, 27)),
            entry(years(8), between(14, 25)),
            entry(years(12), between(12, 23)),
            entry(years(15), between(11, 22)),
            entry(ADULT, between(12, 20))));

    /**
     * mmHg by age in months.
     *
     * <p>Low, children: hypotension in the American Heart Association's Pediatric Advanced Life Support, below 70 in
     * infants, 70 plus twice the age in years from 1 to 10, 90 from 10. Low, adults: 90, hypotension in common use
     * (NHLBI, NHS: below 90/60).
     *
     * <p>High, 1 to 17 years: one below the screening value that calls for further evaluation in table 6 of the AAP's
     * guideline (Flynn et al., Pediatrics 2017;140(3):e20171904); the boys' column, which is never above the girls', for
     * everybody. It is made for children of the 5th height percentile and so flags many healthy taller ones. High,
     * adults: hypertension begins at 130/80 in the guideline of ACC and AHA (Whelton et al., Hypertension
     * 2018;71:e13–e115); its category "elevated", from 120, is not flagged.
     */
    private static final NavigableMap<Integer, ReferenceRange> SYSTOLIC = byMonths(Map.ofEntries(
            entry(0, atLeast(70)),
            entry(years(1), between(72, 97)),
            entry(years(2), between(74, 99)),
            entry(years(3), between(76, 100)),
            entry(years(4), between(78, 101)),
            entry(years(5), between(80, 102)),
            entry(years(6), between(82, 104)),
            entry(years(7), between(84, 105)),
            entry(years(8), between(86, 106)),
            entry(years(9), between(88, 106)),
            entry(years(10), between(90, 107)),
            entry(years(11), between(90, 109)),
            entry(years(12), between(90, 112)),
            entry(years(13), between(90, 119)),
            entry(ADULT, between(90, 129))));

    /** mmHg; hypotension of a term newborn in Pediatric Advanced Life Support is below this. */
    private static final ReferenceRange SYSTOLIC_OF_NEWBORNS = atLeast(60);

    /** mmHg by age in months; sources as of {@link #SYSTOLIC}. */
    private static final NavigableMap<Integer, ReferenceRange> DIASTOLIC = byMonths(Map.ofEntries(
            entry(years(1), atMost(51)),
            entry(years(2), atMost(54)),
            entry(years(3), atMost(57)),
            entry(years(4), atMost(59)),
            entry(years(5), atMost(62)),
            entry(years(6), atMost(65)),
            entry(years(7), atMost(67)),
            entry(years(8), atMost(68)),
            entry(years(9), atMost(69)),
            entry(years(10), atMost(71)),
            entry(years(11), atMost(73)),
            entry(years(12), atMost(74)),
            entry(years(13), atMost(79)),
            entry(ADULT, between(60, 79))));

    /**
     * °C by age in months, wherever it was taken, which is not recorded. Children: fever is 38.0 and more (Brighton
     * Collaboration, Marcy et al., Vaccine 2004;22:551–6), low is below 36 (International Pediatric Sepsis Consensus
     * Conference, Goldstein et al., Pediatr Crit Care Med 2005;6:2–8). From 16 years: 36.1 to 38.0, which scores nothing
     * in NEWS2 (Royal College of Physicians, London 2017).
     */
    private static final NavigableMap<Integer, ReferenceRange> TEMPERATURE =
            byMonths(Map.of(0, between("36.0", "37.9"), years(16), between("36.1", "38.0")));

    /** °C; Thermal Protection of the Newborn: a Practical Guide, WHO/RHT/MSM/97.2, 1997. */
    private static final ReferenceRange TEMPERATURE_OF_NEWBORNS = between("36.5", "37.5");

    /**
     * %; the lower end of the target range of 94 to 98 of the British Thoracic Society's guideline (O'Driscoll et al.,
     * Thorax 2017;72 Suppl 1:ii1–ii90). That is made for adults and applied to children as an approximation; whoever is
     * at risk of hypercapnia has a target range of 88 to 92 there and is flagged all the same.
     */
    private static final ReferenceRange OXYGEN_SATURATION = atLeast(94);

    /** kg/m², adults: WHO's normal weight (Technical Report Series 894, 2000). */
    private static final NavigableMap<Integer, ReferenceRange> BODY_MASS_INDEX =
            byMonths(Map.of(ADULT, between("18.5", "24.9")));

    /**
     * What is unusual at the patient's age, in the order of {@link VitalSign}. A visit before the birth has no age, so
     * nothing is unusual at it.
     *
     * @param on the day of the visit where the clinic is
     */
    public static List<Flag> flags(Measurements measured, LocalDate bornOn, LocalDate on) {
        var flags = new ArrayList<Flag>();
        for (var sign : VitalSign.values()) {
            var figure = sign.in(measured);
            if (figure != null) of(sign, bornOn, on).ifPresent(range -> flag(sign, figure, range, flags));
        }
        return List.copyOf(flags);
    }

    private static void flag(VitalSign sign, BigDecimal figure, ReferenceRange range, List<Flag> flags) {
        if (range.isAbove(figure)) flags.add(new Flag(sign, Flag.Code.BELOW_RANGE, range));
        if (range.isBelow(figure)) flags.add(new Flag(sign, Flag.Code.ABOVE_RANGE, range));
    }

    /** Between which figures it is usual at that age; empty where no source tells, and before the birth. */
    public static Optional<ReferenceRange> of(VitalSign sign, LocalDate bornOn, LocalDate on) {
        if (on.isBefore(bornOn)) return Optional.empty();
        var months = (int) ChronoUnit.MONTHS.between(bornOn, on);
        var newborn = ChronoUnit.DAYS.between(bornOn, on) < NEWBORN_DAYS;
        return switch (sign) {
            case BLOOD_PRESSURE_SYSTOLIC -> newborn ? Optional.of(SYSTOLIC_OF_NEWBORNS) : at(months, SYSTOLIC);
            case BLOOD_PRESSURE_DIASTOLIC -> at(months, DIASTOLIC);
            case HEART_RATE -> at(months, HEART_RATE);
            case TEMPERATURE -> newborn ? Optional.of(TEMPERATURE_OF_NEWBORNS) : at(months, TEMPERATURE);
            case RESPIRATORY_RATE -> at(months, RESPIRATORY_RATE);
            case OXYGEN_SATURATION -> newborn ? Optional.empty() : Optional.of(OXYGEN_SATURATION);
            case BODY_MASS_INDEX -> at(months, BODY_MASS_INDEX);
        };
    }

    private static Optional<ReferenceRange> at(int months, NavigableMap<Integer, ReferenceRange> byMonths) {
        return Optional.ofNullable(byMonths.floorEntry(months)).map(Map.Entry::getValue);
    }

    /** Each range holds from its age in months to the next. */
    private static NavigableMap<Integer, ReferenceRange> byMonths(Map<Integer, ReferenceRange> ranges) {
        return Collections.unmodifiableNavigableMap(new TreeMap<>(ranges));
    }

    private static int years(int years) {
        return 12 * years;
    }

    private ReferenceRanges() {}
}
