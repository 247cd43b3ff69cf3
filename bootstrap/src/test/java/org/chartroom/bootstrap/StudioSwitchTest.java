package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StudioSwitchTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '',                     -,     true
            '',                     true,  true
            '',                     false, false
            jdbc:postgresql:clinic, -,     false
            jdbc:postgresql:clinic, '',    false
            jdbc:postgresql:clinic, true,  true
            jdbc:postgresql:clinic, false, false
            """)
    void theStudioIsServedOnTheEmbeddedDatabaseUnlessSomebodySaysOtherwise(String url, String said, boolean served) {
        try (var context = new GenericApplicationContext()) {
            var settings = new StandardEnvironment();
            settings.getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test",
                            said == null
                                    ? Map.of("spring.datasource.url", url)
                                    : Map.of("spring.datasource.url", url, "chartroom.studio.enabled", said)));
            context.setEnvironment(settings);

            new StudioSwitch().initialize(context);

            assertThat(settings.getProperty("chartroom.studio.enabled", Boolean.class))
                    .isEqualTo(served);
            assertThat(context.getBeanFactory().getSingletonNames()).hasSize(served ? 0 : 1);
            assertThat(context.getBeanFactory().getBeanNamesForType(TypeExcludeFilter.class))
                    .hasSize(served ? 0 : 1);
        }
    }
}
