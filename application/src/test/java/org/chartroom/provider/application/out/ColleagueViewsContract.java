package org.chartroom.provider.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.email;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chartroom.kernel.PersonName;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.ColleagueView;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every {@link ColleagueViews} must do; run by the in-memory and the PostgreSQL implementation alike. The store need
 * not be empty; each call is a transaction of its own.
 */
public abstract class ColleagueViewsContract {

    /** Begins the first name of everybody whom one test adds, and of nobody else. */
    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    protected abstract Providers providers();

    protected abstract Accounts accounts();

    protected abstract ColleagueViews colleagues();

    @Test
    void aColleagueIsShownByNameAndSpecialty() {
        var ada = added("Ada", "Okafor", "Cardiology");
        var ben = added("Ben", "Ojo", null);

        assertThat(found())
                .containsExactly(
                        new ColleagueView(ben, new PersonName(mark + "Ben", "Ojo"), null),
                        new ColleagueView(ada, new PersonName(mark + "Ada", "Okafor"), "Cardiology"));
    }

    @Test
    void colleaguesAreInTheOrderOfTheirNames() {
        var last = added("Ben", "Zhou", null);
        var second = added("Ben", "Okafor", null);
        var first = added("Ada", "Okafor", null);
        var third = added("Ben", "Okafor", null);

        assertThat(found()).extracting(ColleagueView::id).containsExactly(first, second, third, last);
    }

    @Test
    void whoseAccountIsClosedIsNotShown() {
        var closed = added("Ada", "Okafor", null);
        var open = added("Ben", "Okafor", null);

        accounts().disable(closed, Instant.EPOCH);

        assertThat(found()).extracting(ColleagueView::id).containsExactly(open);
    }

    @ParameterizedTest
    @CsvSource({
        "oka,     1",
        "OKA,     1",
        "okafor,  1",
        "okafors, 0",
        "kafor,   0",
        "ÉMILE,   0",
        "éti,     1",
        "ÉTI,     1",
        "eti,     0",
        "o_,      0",
        "%,       0",
        "\\,      0"
    })
    void aWordIsTheBeginningOfAName(String word, int many) {
        added("Ada", "Okafor", null);
        added("Ben", "Étienne", null);

        assertThat(found(word)).hasSize(many);
    }

    @Test
    void everyWordIsFoundInOneOfTheNames() {
        var ada = added("Ada", "Okafor", null);
        added("Ben", "Okafor", null);

        assertThat(found("oka", mark + "a")).extracting(ColleagueView::id).containsExactly(ada);
        assertThat(found("oka", "zhou")).isEmpty();
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() {
        var all = IntStream.range(0, 7)
                .mapToObj(i -> added("Ada", "Okafor" + i / 2, null))
                .toList();

        var pages = new ArrayList<ProviderId>();
        @Nullable ProviderId after = null;
        do {
            var page = colleagues().page(DR_OKAFOR, List.of(mark), 3, after).orElseThrow();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            page.items().forEach(colleague -> pages.add(colleague.id()));
            after = page.next();
        } while (after != null);

        assertThat(pages).isEqualTo(all);
    }

    @Test
    void aListGoesOnBehindSomebodyWhoseAccountWasClosedMeanwhile() {
        var first = added("Ada", "Okafor", null);
        var second = added("Ben", "Okafor", null);

        accounts().disable(first, Instant.EPOCH);

        assertThat(colleagues()
                        .page(DR_OKAFOR, List.of(mark), 3, first)
                        .orElseThrow()
                        .items())
                .extracting(ColleagueView::id)
                .containsExactly(second);
    }

    @Test
    void thereIsNoPageBehindSomebodyWhoIsNotThere() {
        assertThat(colleagues().page(DR_OKAFOR, List.of(), 3, providerId())).isEmpty();
    }

    @Test
    void withoutWordsEverybodyIsFound() {
        var ada = added("Ada", "0 before all others", null);

        assertThat(colleagues()
                        .page(DR_OKAFOR, List.of(), 100, null)
                        .orElseThrow()
                        .items())
                .extracting(ColleagueView::id)
                .contains(ada);
    }

    private List<ColleagueView> found(String... words) {
        var marked = new ArrayList<>(List.of(mark));
        marked.addAll(List.of(words));
        return colleagues().page(DR_OKAFOR, marked, 100, null).orElseThrow().items();
    }

    private ProviderId added(String firstName, String lastName, @Nullable String specialty) {
        var details = new ProviderDetails(email(), new PersonName(mark + firstName, lastName), specialty, "L-1", "555");
        var provider = new Provider(providerId(), details, PasswordHash.NONE);
        providers().add(provider);
        return provider.id();
    }
}
