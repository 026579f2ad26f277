package org.refocusrecord.query.evidence;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

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

    @Test
    void what_comes_without_an_end_is_read_no_further_than_evidence_can_go() {
        Path endless = Path.of("/dev/zero");

        assertThatExceptionOfType(UnreadableEvidence.class)
                .isThrownBy(() -> EvidenceFile.read(endless, 1_000))
                .withMessage("/dev/zero is larger than any evidence");
    }
}
