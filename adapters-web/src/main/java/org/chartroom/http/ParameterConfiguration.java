package org.chartroom.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How times in parameters are read: as in JSON, and nothing else. An instant is ISO 8601 with an offset, whose plus sign
 * has to be escaped; a date is one that there is. A parameter with nothing in it is one that was left out.
 */
@Configuration(proxyBeanMethods = false)
class ParameterConfiguration implements WebMvcConfigurer {

    @Override
    @SuppressWarnings("NullAway") // a converter may answer null; its functional interface is not read so
    public void addFormatters(FormatterRegistry parameters) {
        parameters.addConverter(
                String.class,
                Instant.class,
                text -> text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant());
        parameters.addConverter(String.class, LocalDate.class, text -> text.isEmpty() ? null : LocalDate.parse(text));
    }
}
