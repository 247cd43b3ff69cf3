package org.chartroom.studio.web;

import java.time.Duration;
import org.chartroom.http.Pages;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Style sheets, scripts and the icon, all from the class path; the same for everybody. */
@Configuration(proxyBeanMethods = false)
class StudioAssets implements WebMvcConfigurer {

    private static final String[] PLACES = {
        "classpath:/org/chartroom/studio/web/assets/",
        "classpath:/META-INF/resources/webjars/picocss__pico/2.1.1/css/",
        "classpath:/META-INF/resources/webjars/htmx.org/2.0.8/dist/"
    };

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler(Pages.ROOT + "/assets/{file}")
                .addResourceLocations(PLACES)
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }
}
