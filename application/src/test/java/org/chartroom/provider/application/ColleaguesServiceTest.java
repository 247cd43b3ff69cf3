package org.chartroom.provider.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.AccountEvent.Kind.COLLEAGUES_LISTED;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.email;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.util.ArrayList;
import java.util.List;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Refused;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.application.out.InMemoryColleagueViews;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColleaguesServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final List<AccountEvent> told = new ArrayList<>();
    private final Colleagues colleagues =
            new ColleaguesService(new InMemoryColleagueViews(providers), event -> told.add((AccountEvent) event));

    @BeforeEach
    void twoProvidersWorkAtTheClinic() {
        for (var name : List.of(new PersonName("Nkechi", "Okafor"), new PersonName("Åsa", "Lindqvist")))
            providers.add(new Provider(
                    providerId(), new ProviderDetails(email(), name, null, null, null), PasswordHash.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            null              | Lindqvist Okafor
            ''                | Lindqvist Okafor
            '   '             | Lindqvist Okafor
            oka               | Okafor
            ' Okafor\u00A0N ' | Okafor
            å  l              | Lindqvist
            å o               | null
            """)
    void aNameIsLookedForByItsWords(@Nullable String name, @Nullable String found) {
        var page = colleagues.colleagues(DR_OKAFOR, name, 25, null).orElseThrow();

        assertThat(String.join(
                        " ",
                        page.items().stream()
                                .map(colleague -> colleague.name().lastName())
                                .toList()))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void aNameThatNobodyCouldHaveIsRefused() {
        assertThat(refused("x".repeat(201))).containsExactly("name: too-long");
        assertThat(refused("a\u0000b")).containsExactly("name: unstorable");
        assertThat(refused("\uD83E")).containsExactly("name: unstorable");
    }

    @Test
    void whoeverLooksColleaguesUpIsTold() {
        colleagues.colleagues(DR_OKAFOR, null, 25, null);

        assertThat(told).containsExactly(new AccountEvent(COLLEAGUES_LISTED, DR_OKAFOR.id(), DR_OKAFOR.origin()));
    }

    private List<String> refused(String name) {
        return Refused.fieldsOf(() -> colleagues.colleagues(DR_OKAFOR, name, 25, null));
    }
}
