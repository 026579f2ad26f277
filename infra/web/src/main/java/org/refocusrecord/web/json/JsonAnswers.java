package org.refocusrecord.web.json;

import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

import java.time.Instant;

/**
 * How answers are written: instants in UTC with six digits and {@code Z}, days as days, ids as
 * strings. A component that is null is written as {@code null}: absent and null are the same, and a
 * reader sees at a glance what there could be.
 *
 * <p>It also reads strictly, should anything be read with it: unknown fields, repeated keys,
 * numbers as strings and fractions of whole numbers are refused, as Jackson alone would not.
 */
public final class JsonAnswers {

    private static final JsonMapper MAPPER = configured(JsonMapper.builder()).build();

    private JsonAnswers() {}

    /** The mapper of the whole service. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The same settings on a builder of somebody else's. */
    public static JsonMapper.Builder configured(JsonMapper.Builder builder) {
        return builder.addModule(answers())
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(
                        LogicalType.Textual,
                        config ->
                                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    private static SimpleModule answers() {
        SimpleModule module = new SimpleModule("answers");
        module.addSerializer(
                Instant.class,
                new StdSerializer<>(Instant.class) {
                    @Override
                    public void serialize(
                            Instant value, JsonGenerator out, SerializationContext context) {
                        out.writeString(Instants.text(value));
                    }
                });
        module.addSerializer(
                Person.class,
                new StdSerializer<>(Person.class) {
                    @Override
                    public void serialize(
                            Person value, JsonGenerator out, SerializationContext context) {
                        out.writeStartObject();
                        out.writeStringProperty("party", value.party().name());
                        out.writeStringProperty("id", value.id());
                        out.writeEndObject();
                    }
                });
        module.addSerializer(
                Id.class,
                new StdSerializer<>(Id.class) {
                    @Override
                    public void serialize(
                            Id value, JsonGenerator out, SerializationContext context) {
                        out.writeString(value.value().toString());
                    }
                });
        return module;
    }
}
