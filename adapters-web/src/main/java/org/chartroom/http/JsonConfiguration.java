package org.chartroom.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How JSON is read and written. Reading is strict, so that a slip of a client is told and never costs data: no unknown
 * or repeated field, no number for a text, no text for a number and none with nothing in it for null, no constant by its position.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setAcceptBlankAsEmpty(true))
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .defaultLeniency(false)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.ALL_ALWAYS)
                .annotationIntrospector(new IdsAsText())
                .addModule(new SimpleModule("instants").addDeserializer(Instant.class, new InstantFromText()));
    }

    @Bean
    WebMvcConfigurer jsonAlone(JsonMapper mapper) {
        return new WebMvcConfigurer() {

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.withJsonConverter(new JsonAlone(mapper));
            }
        };
    }

    /** Reads of what looks like JSON only JSON itself: a patch or a vendor's own dialect would mean something else. */
    private static final class JsonAlone extends JacksonJsonHttpMessageConverter {

        JsonAlone(JsonMapper mapper) {
            super(mapper);
        }

        @Override
        public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
            return super.canRead(type, mediaType)
                    && (mediaType == null || MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType));
        }
    }

    /** A record around one UUID that is called its value is an id, and read and written as that UUID. */
    private static final class IdsAsText extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAsValue(MapperConfig<?> config, Annotated accessor) {
            if (!(accessor instanceof AnnotatedMethod method)) return super.hasAsValue(config, accessor);
            var components = method.getDeclaringClass().getRecordComponents();
            if (components == null || components.length != 1) return super.hasAsValue(config, accessor);
            return components[0].getType() == UUID.class
                    && components[0].getName().equals("value")
                    && method.getName().equals("value");
        }
    }

    /** ISO 8601 with an offset and nothing else: a bare number could be seconds or milliseconds. */
    private static final class InstantFromText extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantFromText() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return OffsetDateTime.parse(json.getString()).toInstant();
                } catch (DateTimeException notAnInstant) {
                    // told below
                }
            }
            return context.reportInputMismatch(this, "not an instant");
        }
    }
}
