package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.refocusrecord.eventlog.keys.Vectors;

import tools.jackson.databind.JsonNode;

import java.util.List;

class FreezingCanonicalFormsTest {

    static final List<JsonNode> VALUES = Vectors.list("canonical-1.json", "values");
    static final List<String> REFUSED = Vectors.texts(Vectors.read("canonical-1.json"), "refused");

    @ParameterizedTest
    @FieldSource("VALUES")
    void a_value_is_written_as_it_always_was(JsonNode frozen) {
        assertThat(new String(CanonicalJson.of(frozen.get("sent").stringValue()), UTF_8))
                .isEqualTo(frozen.get("canonical").stringValue());
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void what_has_no_form_of_its_own_is_refused_as_it_always_was(String sent) {
        assertThatExceptionOfType(NotCanonical.class).isThrownBy(() -> CanonicalJson.of(sent));
    }
}
