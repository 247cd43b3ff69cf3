package org.chartroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void aPageEndsWithTheLimit() {
        assertThat(page("Ames", "Baker", "Chen").items()).containsExactly("Ames", "Baker");
    }

    @Test
    void thePageThatIsFollowedNamesItsLastItem() {
        assertThat(page("Ames", "Baker", "Chen").next()).isEqualTo("behind Baker");
    }

    @Test
    void aFullPageWithNothingBehindItIsTheLast() {
        assertThat(page("Ames", "Baker").next()).isNull();
    }

    @Test
    void aShortPageIsTheLast() {
        assertThat(page("Ames").next()).isNull();
    }

    @Test
    void aListOfNothingIsOneEmptyPage() {
        assertThat(page()).isEqualTo(new Page<String, String>(List.of(), null));
    }

    @Test
    void aPageIsNotChangedByTheListItWasCutFrom() {
        var names = new ArrayList<>(List.of("Ames", "Baker", "Chen"));
        var page = Page.of(names, 2, name -> name);

        names.clear();

        assertThat(page.items()).containsExactly("Ames", "Baker");
    }

    @Test
    void aPageIsNotChangedFromOutside() {
        var page = page("Ames");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> page.items().clear());
    }

    private static Page<String, String> page(String... names) {
        return Page.of(List.of(names), 2, name -> "behind " + name);
    }
}
