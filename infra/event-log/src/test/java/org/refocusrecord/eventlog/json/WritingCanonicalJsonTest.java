package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Random;

class WritingCanonicalJsonTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @Test
    void members_stand_in_the_order_of_their_utf16_units() {
        assertThat(
                        canonical(
                                "{\"\\ufb33\":1,\"\\ud83d\\ude02\":2,\"\\u20ac\":3,\"1\":4,\"\\r\":5,\"\\u0080\":6,\"ö\":7}"))
                .isEqualTo(
                        "{\"\\r\":5,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":3,\"\ud83d\ude02\":2,\"\ufb33\":1}");
    }

    @Test
    void only_what_must_be_escaped_is_escaped() {
        assertThat(
                        canonical(
                                "[\"\\u0008\\u0009\\u000A\\u000C\\u000D\\u0022\\u005C\\u0001\\u001F\\u007f/\\u2028\"]"))
                .isEqualTo("[\"\\b\\t\\n\\f\\r\\\"\\\\\\u0001\\u001f\u007f/\u2028\"]");
    }

    @Test
    void half_of_a_surrogate_pair_is_refused_with_its_place() {
        assertNotCanonical("{\"a\":[0,{\"b/c\":\"x\\ud83d\"}]}", "/a/1/b~1c");
        assertNotCanonical("{\"a\":\"\\ude02x\"}", "/a");
        assertNotCanonical("{\"\\ud83d\":1}", "/\ud83d");
    }

    @Test
    void random_trees_are_written_as_the_reference_library_writes_them() throws IOException {
        RandomTree trees = new RandomTree(new Random(20120314));
        for (int i = 0; i < 2_000; i++) {
            JsonNode tree = trees.list();
            String sent = JSON.writeValueAsString(tree);
            assertThat(new String(CanonicalJson.of(tree), UTF_8))
                    .isEqualTo(new JsonCanonicalizer(sent).getEncodedString());
        }
    }

    @Test
    void canonical_bytes_read_again_give_the_same_bytes() {
        RandomTree trees = new RandomTree(new Random(8785));
        for (int i = 0; i < 500; i++) {
            byte[] once = CanonicalJson.of(trees.list());
            assertThat(CanonicalJson.of(JSON.readTree(once))).isEqualTo(once);
        }
    }

    @Test
    void content_is_the_commands_name_and_its_body_without_null_members() {
        JsonNode body =
                JSON.readTree("{\"z\":null,\"b\":[null,{\"y\":null}],\"a\":{\"x\":{\"w\":null}}}");
        assertThat(new String(CanonicalJson.contentOf("session", body), UTF_8))
                .isEqualTo("{\"body\":{\"a\":{\"x\":{}},\"b\":[null,{}]},\"command\":\"session\"}");
    }

    @Test
    void a_tree_of_doubles_is_no_input_because_digits_may_be_lost_already() {
        JsonNode tree = JsonMapper.builder().build().readTree("[0.1]");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(tree));
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.of(JSON.readTree(json)), UTF_8);
    }

    private static void assertNotCanonical(String json, String pointer) {
        assertThatExceptionOfType(NotCanonical.class)
                .isThrownBy(() -> canonical(json))
                .satisfies(refused -> assertThat(refused.pointer()).isEqualTo(pointer));
    }
}
