package org.refocusrecord.eventlog.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The frozen forms, read by the second reader. */
class ReadingASecondTimeTest {

    @Test
    void keys_are_unwrapped_from_the_master_keys_file_on() throws Exception {
        Vector keys = file("keys-1.json");
        byte[] master = SecondReader.masterKey(keys.in("masterKey").text("file"));
        Vector record = keys.in("recordKey");
        byte[] recordKey =
                SecondReader.recordKey(
                        master,
                        record.bytes("wrapped"),
                        record.text("id"),
                        record.text("stream"),
                        record.number("generation"));
        Vector data = keys.in("dataKey");

        assertThat(recordKey).isEqualTo(record.bytes("key"));
        assertThat(SecondReader.dataKey(recordKey, data.bytes("wrapped"), data.text("eventId")))
                .isEqualTo(data.bytes("key"));
    }

    @Test
    void texts_open_and_are_those_of_their_digests() throws Exception {
        Vector words = file("words-1.json");
        for (Vector one : words.list("texts")) {
            assertThat(opened(words.bytes("dataKey"), one, one.text("d")))
                    .isEqualTo(
                            new SecondReader.Found(
                                    (int) one.number("n"), one.text("salt"), one.text("text")));
        }
    }

    @Test
    void a_text_under_another_digest_is_not_believed() throws Exception {
        Vector words = file("words-1.json");
        Vector one = words.list("texts").getFirst();
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> opened(words.bytes("dataKey"), one, "00".repeat(32)));
    }

    @Test
    void contents_have_their_canonical_text_and_their_mac() throws Exception {
        for (Vector one : file("content-1.json").list("contents")) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("command", one.text("command"));
            content.put(
                    "body",
                    Objects.requireNonNull(withoutNulls(SecondJson.read(one.text("sent")))));
            assertThat(SecondJson.canonical(content)).isEqualTo(one.text("canonical"));

            List<byte[]> keys = new ArrayList<>(List.of(one.bytes("recordKey")));
            one.texts("dataKeys").forEach(key -> keys.add(SecondReader.bytes(key)));
            assertThat(SecondReader.contentMac(one.text("canonical"), keys))
                    .isEqualTo(one.bytes("mac"));
        }
    }

    @Test
    void payloads_give_up_their_texts_in_order() throws Exception {
        for (Vector one : file("payload-1.json").list("payloads")) {
            byte[] dataKey = SecondReader.bytes(one.texts("drawn").getFirst());
            List<SecondReader.Found> expected = new ArrayList<>();
            for (Vector words : one.list("words")) {
                expected.add(
                        new SecondReader.Found(
                                (int) words.number("n"), words.text("salt"), words.text("text")));
            }
            assertThat(SecondReader.texts(dataKey, one.text("eventId"), one.text("payload")))
                    .isEqualTo(expected);
            assertThat(SecondReader.sha256(one.text("payload").getBytes(UTF_8)))
                    .isEqualTo(one.bytes("payloadSha256"));
            assertThat(SecondJson.canonical(SecondJson.read(one.text("payload"))))
                    .isEqualTo(one.text("payload"));
        }
    }

    @Test
    void leaves_are_the_fields_in_order_and_hash_to_what_was_sealed() throws Exception {
        for (Vector one : file("leaf-1.json").list("leaves")) {
            Map<String, Object> fields = new LinkedHashMap<>(one.members());
            fields.keySet().removeAll(List.of("leaf", "leafHash"));
            assertThat(SecondJson.canonical(fields)).isEqualTo(one.text("leaf"));
            assertThat(SecondReader.leafHash(one.text("leaf"))).isEqualTo(one.bytes("leafHash"));
        }
    }

    private static SecondReader.Found opened(byte[] dataKey, Vector text, String d)
            throws GeneralSecurityException {
        return SecondReader.words(
                dataKey, text.text("eventId"), text.number("n"), text.text("c"), d);
    }

    private static @Nullable Object withoutNulls(@Nullable Object json) {
        return switch (json) {
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> kept = new LinkedHashMap<>();
                map.forEach((name, value) -> {
                    if (value != null) {
                        kept.put(name, withoutNulls(value));
                    }
                });
                yield kept;
            }
            case List<?> list -> {
                List<@Nullable Object> kept = new ArrayList<>();
                list.forEach(value -> kept.add(withoutNulls(value)));
                yield kept;
            }
            case null, default -> json;
        };
    }

    private static Vector file(String name) throws IOException {
        try (InputStream in =
                ReadingASecondTimeTest.class.getResourceAsStream("/vectors/" + name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new Vector(Objects.requireNonNull(SecondJson.read(new String(bytes, UTF_8))));
        }
    }

    /** A part of a file of vectors. */
    private record Vector(Object json) {

        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            ((Map<?, ?>) json).forEach((name, value) -> members.put((String) name, value));
            return members;
        }

        Vector in(String name) {
            return new Vector(value(name));
        }

        String text(String name) {
            return (String) value(name);
        }

        long number(String name) {
            return (Long) value(name);
        }

        byte[] bytes(String name) {
            return SecondReader.bytes(text(name));
        }

        List<String> texts(String name) {
            return ((List<?>) value(name)).stream().map(String.class::cast).toList();
        }

        List<Vector> list(String name) {
            return ((List<?>) value(name)).stream().map(one -> new Vector(one)).toList();
        }

        private Object value(String name) {
            return Objects.requireNonNull(((Map<?, ?>) json).get(name), name);
        }
    }
}
