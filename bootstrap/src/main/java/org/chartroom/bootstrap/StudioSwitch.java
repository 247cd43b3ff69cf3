package org.chartroom.bootstrap;

import java.io.IOException;
import java.util.Map;
import org.chartroom.http.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Decides, before any bean is made, whether the studio is served: as {@code chartroom.studio.enabled} says, or else on the
 * embedded database alone. Where it is not, nothing of it is there.
 */
public final class StudioSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        var said = settings.getProperty(Pages.ENABLED, "");
        var enabled = said.isBlank()
                ? ClinicDatabase.isEmbedded(settings)
                : settings.getRequiredProperty(Pages.ENABLED, Boolean.class);
        settings.getPropertySources().addFirst(new MapPropertySource("studio", Map.of(Pages.ENABLED, enabled)));
        if (!enabled) context.getBeanFactory().registerSingleton("withoutStudio", new WithoutStudio());
    }

    /** Leaves its classes out of what is made beans of. */
    private static final class WithoutStudio extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getClassMetadata().getClassName().startsWith("org.chartroom.studio.");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutStudio;
        }

        @Override
        public int hashCode() {
            return WithoutStudio.class.hashCode();
        }
    }
}
