package org.refocusrecord.query.evidence;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingEvidenceTest {

    // A byte changed in a hash can make a number of it.
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":282257649e6362229395}", "{\"a\":1e-6362229395}", "{\"a\":", "1 2"})
    void what_cannot_be_read_is_said_to_be_so(String json) {
        assertThatExceptionOfType(UnreadableEvidence.class)
                .isThrownBy(() -> EvidenceJson.parse(json.getBytes(UTF_8), "line 1 of a part"))
                .withMessage("line 1 of a part is no JSON");
    }
}
