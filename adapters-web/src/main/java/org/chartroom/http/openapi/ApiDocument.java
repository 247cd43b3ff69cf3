package org.chartroom.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document at {@code /docs/openapi.yaml}; {@code docs/openapi.yaml} is a copy of it, and a test compares the two. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    static final String BEARER = "bearer";

    private final Texts texts = Texts.read();

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Chartroom")
                        .version("1")
                        .description(texts.introduction())
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The access token of POST /api/auth/token.")));
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    GlobalOperationCustomizer operations() {
        return new Operations(texts);
    }

    /** What the records do not say, or what no record says; and an example of everything. */
    @Bean
    GlobalOpenApiCustomizer words() {
        return document -> {
            texts.schemas().forEach((name, words) -> {
                var made = document.getComponents().getSchemas().get(name);
                JsonNode schema = made == null ? words : merged(Json31.mapper().valueToTree(made), words);
                document.getComponents().addSchemas(name, Json31.mapper().convertValue(schema, JsonSchema.class));
            });
            Examples.read().addTo(document);
        };
    }

    private static JsonNode merged(ObjectNode made, JsonNode words) {
        words.properties().forEach(word -> {
            var there = made.get(word.getKey());
            if (there instanceof ObjectNode object && word.getValue().isObject()) merged(object, word.getValue());
            else made.set(word.getKey(), word.getValue());
        });
        return made;
    }
}
