package org.chartroom.http.openapi;

import static io.swagger.v3.oas.models.SpecVersion.V31;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.http.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Records as schemas, as {@code JsonConfiguration} reads and writes them. A nullable component is one that may be null;
 * whether it may be left out too follows from who writes it: clients may, the server never does.
 */
final class RecordSchemas implements ModelConverter {

    private static final Map<Class<?>, String[]> PLAIN = Map.ofEntries(
            Map.entry(String.class, new String[] {"string"}),
            Map.entry(UUID.class, new String[] {"string", "uuid"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(LocalTime.class, new String[] {"string"}),
            Map.entry(BigDecimal.class, new String[] {"number"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Boolean.class, new String[] {"boolean"}),
            Map.entry(boolean.class, new String[] {"boolean"}));

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var java = TypeFactory.defaultInstance().constructType(type.getType());
        if (isOurs(java)) return schema(java, context);
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static boolean isOurs(JavaType type) {
        var raw = type.getRawClass();
        return raw.isRecord()
                || raw == Lines.class
                || (raw.isEnum() && raw.getPackageName().startsWith("org.chartroom"))
                || PLAIN.containsKey(raw);
    }

    private Schema<?> schema(JavaType type, ModelConverterContext context) {
        var raw = type.getRawClass();
        if (PLAIN.containsKey(raw)) return plain(PLAIN.get(raw));
        if (raw.isEnum()) {
            var names = new Schema<>(V31);
            names.addType("string");
            Stream.of(raw.getEnumConstants()).map(Object::toString).forEach(names::addEnumItemObject);
            return names;
        }
        if (isId(raw)) return plain("string", "uuid");
        if (raw == Lines.class) return schema(type.containedType(0), context);
        if (raw.isRecord()) return reference(type, context);
        if (type.isCollectionLikeType() || type.isArrayType()) {
            var array = new Schema<>(V31);
            array.addType("array");
            array.setItems(schema(type.getContentType(), context));
            return array;
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private Schema<?> reference(JavaType type, ModelConverterContext context) {
        var name = name(type);
        if (!context.getDefinedModels().containsKey(name)) {
            var object = new Schema<>(V31);
            object.addType("object");
            context.defineModel(name, object); // before its parts: one of them may be of the same kind
            var writtenByClients = name.endsWith("Body") || name.endsWith("Entry");
            if (writtenByClients) object.setAdditionalProperties(false);
            for (var component : type.getRawClass().getRecordComponents()) {
                var nullable = isNullable(component);
                var schema = schema(
                        TypeFactory.defaultInstance().resolveMemberType(component.getGenericType(), type.getBindings()),
                        context);
                object.addProperty(component.getName(), nullable ? orNull(schema) : schema);
                if (!nullable || !writtenByClients) object.addRequiredItem(component.getName());
            }
        }
        return new Schema<>(V31).$ref("#/components/schemas/" + name);
    }

    /** {@code Items<PatientLine>} is {@code PatientLineItems}. */
    private static String name(JavaType type) {
        var name = new StringBuilder();
        for (var parameter : type.getBindings().getTypeParameters())
            name.append(parameter.getRawClass().getSimpleName());
        return name.append(type.getRawClass().getSimpleName()).toString();
    }

    private static Schema<?> plain(String... typeAndFormat) {
        var schema = new Schema<>(V31);
        schema.addType(typeAndFormat[0]);
        if (typeAndFormat.length > 1) schema.setFormat(typeAndFormat[1]);
        return schema;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) return new Schema<>(V31).anyOf(List.of(schema, plain("null")));
        schema.addType("null");
        if (schema.getEnum() != null) schema.addEnumItemObject(null);
        return schema;
    }

    private static boolean isId(Class<?> type) {
        var components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getType() == UUID.class
                && components[0].getName().equals("value");
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
