package org.chartroom.http;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Hands {@link Lines} to whoever takes them as a body. */
@Configuration(proxyBeanMethods = false)
class LinesConfiguration {

    @Bean
    WebMvcConfigurer lines(JsonMapper mapper) {
        return new WebMvcConfigurer() {

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new ToLines(mapper));
            }
        };
    }

    private static final class ToLines extends AbstractSmartHttpMessageConverter<Lines<?>> {

        private final JsonMapper mapper;

        ToLines(JsonMapper mapper) {
            super(Lines.NDJSON);
            this.mapper = mapper;
        }

        @Override
        protected boolean supports(Class<?> type) {
            return type == Lines.class;
        }

        @Override
        public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
            return supports(type.toClass()) && canRead(mediaType);
        }

        @Override
        public boolean canWrite(ResolvableType target, Class<?> value, @Nullable MediaType type) {
            return false;
        }

        @Override
        public Lines<?> read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
                throws IOException {
            var line = mapper.constructType(type.getGeneric().getType());
            return new Lines<>(message, mapper.readerFor(line));
        }

        @Override
        protected void writeInternal(
                Lines<?> lines, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints) {
            throw new UnsupportedOperationException("lines are read only");
        }
    }
}
