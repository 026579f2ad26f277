package org.refocusrecord.eventlog.keys;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.refocusrecord.eventlog.json.CanonicalJson;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

class KnowingARepeatTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final Randomness RANDOM = Randomness.secure();
    private static final byte[] CONTENT = "{\"body\":{},\"command\":\"death\"}".getBytes(UTF_8);

    static final List<JsonNode> FROZEN = Vectors.list("content-1.json", "contents");

    private final RecordKey recordKey = RecordKey.draw(RANDOM);
    private final List<DataKey> dataKeys = List.of(DataKey.draw(RANDOM), DataKey.draw(RANDOM));
    private final byte[] mac = ContentMac.of(CONTENT, recordKey, dataKeys);

    @ParameterizedTest
    @FieldSource("FROZEN")
    void content_has_the_bytes_and_the_mac_that_it_always_had(JsonNode frozen) {
        byte[] content =
                CanonicalJson.contentOf(
                        frozen.get("command").stringValue(),
                        JSON.readTree(frozen.get("sent").stringValue()));
        assertThat(new String(content, UTF_8)).isEqualTo(frozen.get("canonical").stringValue());
        RecordKey streamKey = RecordKey.draw(Dealt.of(frozen.get("recordKey").stringValue()));
        List<DataKey> keys =
                Vectors.texts(frozen, "dataKeys").stream()
                        .map(key -> DataKey.draw(Dealt.of(key)))
                        .toList();
        assertThat(ContentMac.of(content, streamKey, keys)).isEqualTo(Vectors.bytes(frozen, "mac"));
    }

    @Test
    void the_same_content_under_the_same_keys_is_a_repeat() {
        assertThat(ContentMac.matches(mac, CONTENT, recordKey, dataKeys)).isTrue();
    }

    @Test
    void other_content_is_none() {
        byte[] other = CONTENT.clone();
        other[other.length - 3] ^= 1;
        assertThat(ContentMac.matches(mac, other, recordKey, dataKeys)).isFalse();
    }

    @Test
    void nothing_is_known_once_one_key_is_another_or_gone() {
        assertThat(ContentMac.matches(mac, CONTENT, RecordKey.draw(RANDOM), dataKeys)).isFalse();
        assertThat(ContentMac.matches(mac, CONTENT, recordKey, dataKeys.reversed())).isFalse();
        assertThat(ContentMac.matches(mac, CONTENT, recordKey, dataKeys.subList(0, 1))).isFalse();
        assertThat(ContentMac.matches(mac, CONTENT, recordKey, List.of())).isFalse();
    }
}
