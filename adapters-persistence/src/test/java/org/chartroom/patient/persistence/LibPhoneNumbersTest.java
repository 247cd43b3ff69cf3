package org.chartroom.patient.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.chartroom.patient.domain.PhoneRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibPhoneNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US | (555) 013-2244       | 5550132244
            US | (555) 013-2244       | 15550132244
            US | +1 555 013 2244      | 5550132244
            US | 1-555-013-2244       | 15550132244
            US | 555.013.2244         | 01115550132244
            US | +49 30 901820        | 4930901820
            US | +49 30 901820        | 01149030901820
            US | 011 49 30 901820     | 4930901820
            US | 011 49 30 901820     | 004930901820
            US | (555) 013-2244 ext 7 | 55501322447
            US | 1-800-FLOWERS        | 8003569377
            US | ٥٥٥ ٠١٣ ٢٢٤٤         | 5550132244
            DE | 030 901820           | 4930901820
            DE | 030 901820           | 004930901820
            DE | 030 901820           | 49030901820
            DE | +49 (0)30 901820     | 030901820
            DE | +49 30 901820        | 30901820
            DE | 0049 30 901820       | 030901820
            DE | +1 555 013 2244      | 0015550132244
            GB | +44 20 7946 0018     | 02079460018
            GB | (020) 7946 0018      | 442079460018
            IT | 06 698 1234          | 39066981234
            IT | +39 06 698 1234      | 066981234
            RU | 8 (495) 123-45-67    | 74951234567
            RU | +7 495 123-45-67     | 84951234567
            AU | 02 7010 1234         | 0011 61 2 7010 1234
            """)
    void aNumberIsReadInTheRegionOfTheClinic(String region, String typed, String written) {
        assertThat(in(region).spellings(typed)).contains(written.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US | +49 30 901820   | 030901820
            US | +49 30 901820   | 30901820
            US | 030 901820      | 4930901820
            DE | (555) 013-2244  | 15550132244
            US | (555) 013-2244  | 5550132245
            US | 555-013-2244 x7 | 5550132244
            """)
    void aNumberOfElsewhereIsAnother(String region, String typed, String written) {
        assertThat(in(region).spellings(typed)).doesNotContain(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "ext. 7", "7 or ask for Jo"})
    void whatIsNoNumberIsItsDigits(String typed) {
        assertThat(in("US").spellings(typed)).containsExactly("7");
    }

    @Test
    void whatHoldsNoDigitIsNotWrittenAtAll() {
        assertThat(in("US").spellings("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "DE", "IT", "JP", "NG", "BR"})
    void everySpellingIsDigitsAlone(String region) {
        assertThat(in(region).spellings("+39 06 698 1234 ext. 5"))
                .hasSizeGreaterThan(1)
                .allMatch(each -> each.matches("[0-9]+"));
    }

    @Test
    void aRegionThatNobodyKnowsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> in("XX")).withMessageContaining("chartroom.region");
    }

    private static LibPhoneNumbers in(String region) {
        return new LibPhoneNumbers(new PhoneRegion(region));
    }
}
