package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

class CheckingPublicVectorsTest {

    @ParameterizedTest
    @MethodSource("inclusions")
    void a_proof_of_inclusion_is_taken_or_refused_as_published(String file, JsonNode vector) {
        boolean sound =
                MerkleVerification.includes(
                        bytes(vector.get("leafHash")),
                        number(vector.get("leafIdx")),
                        number(vector.get("treeSize")),
                        path(vector),
                        bytes(vector.get("root")));

        assertThat(sound).as(file).isEqualTo(!vector.get("wantErr").booleanValue());
    }

    @ParameterizedTest
    @MethodSource("consistencies")
    void a_proof_of_consistency_is_taken_or_refused_as_published(String file, JsonNode vector) {
        boolean sound =
                MerkleVerification.continues(
                        number(vector.get("size1")),
                        bytes(vector.get("root1")),
                        number(vector.get("size2")),
                        bytes(vector.get("root2")),
                        path(vector));

        assertThat(sound).as(file).isEqualTo(!vector.get("wantErr").booleanValue());
    }

    @Test
    void there_are_98_of_each_and_most_are_to_be_refused() {
        assertThat(inclusions()).hasSize(98);
        assertThat(consistencies()).hasSize(98);
        assertThat(
                        Stream.concat(inclusions(), consistencies())
                                .filter(vector ->
                                        ((JsonNode) vector[1]).get("wantErr").booleanValue()))
                .hasSize(184);
    }

    static Stream<Object[]> inclusions() {
        return vectors("/merkle/inclusion.ndjson");
    }

    static Stream<Object[]> consistencies() {
        return vectors("/merkle/consistency.ndjson");
    }

    private static Stream<Object[]> vectors(String name) {
        try (InputStream in = CheckingPublicVectorsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .map(vector -> new Object[] {vector.get("file").stringValue(), vector});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long number(JsonNode node) {
        return node.bigIntegerValue().longValue();
    }

    private static List<byte[]> path(JsonNode vector) {
        List<byte[]> path = new ArrayList<>();
        JsonNode proof = vector.get("proof");
        if (!proof.isNull()) {
            proof.forEach(hash -> path.add(bytes(hash)));
        }
        return path;
    }

    private static byte[] bytes(JsonNode base64) {
        return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.stringValue());
    }
}
