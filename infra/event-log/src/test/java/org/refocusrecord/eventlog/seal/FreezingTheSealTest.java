package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.eventlog.keys.Vectors;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

class FreezingTheSealTest {

    static List<JsonNode> checkpoints() {
        return Vectors.list("checkpoint-1.json", "checkpoints");
    }

    static List<JsonNode> trees() {
        return Vectors.list("heads-1.json", "trees");
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void a_checkpoint_is_signed_as_it_always_was(JsonNode vector) {
        SignerKey key =
                SignerKey.of(vector.get("name").stringValue(), Vectors.bytes(vector, "seed"));
        int size = vector.get("size").intValue();
        TreeEdge edge = new TreeEdge(0, List.of());
        ManyEvents.leaves(size).forEach(leaf -> edge.add(leaf, _ -> {}));

        Checkpoint checkpoint = new Checkpoint(key.verifier().name(), size, edge.root());

        assertThat(key.secretText()).isEqualTo(vector.get("secret").stringValue());
        assertThat(key.verifier()).hasToString(vector.get("verifier").stringValue());
        assertThat(checkpoint.root()).isEqualTo(Vectors.bytes(vector, "root"));
        assertThat(checkpoint.signedBy(key)).isEqualTo(vector.get("note").stringValue());
    }

    @ParameterizedTest
    @MethodSource("trees")
    void the_heads_have_the_root_that_they_always_had(JsonNode vector) {
        HeadsTree tree = new HeadsTree(_ -> Map.of());
        List<StreamHead> heads = new ArrayList<>();
        vector.get("heads")
                .forEach(head ->
                        heads.add(
                                new StreamHead(
                                        head.get("stream").stringValue(),
                                        head.get("sequence").longValue())));
        tree.put(heads);

        assertThat(tree.root()).isEqualTo(Vectors.bytes(vector, "root"));
        if (!heads.isEmpty()) {
            StreamHead proven = heads.getLast();
            List<byte[]> path = tree.path(proven.place()).orElseThrow();
            assertThat(path.stream().map(HexFormat.of()::formatHex))
                    .containsExactlyElementsOf(Vectors.texts(vector, "path"));
            assertThat(proven.isIn(tree.root(), path)).isTrue();
        }
    }
}
