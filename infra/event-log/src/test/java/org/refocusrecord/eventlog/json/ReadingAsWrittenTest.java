package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Form.FreeForm;
import org.refocusrecord.events.shape.Vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** What is read as it was written is what the general reader makes of it, or nothing at all. */
class ReadingAsWrittenTest {

    private static final EventId ID = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000001");
    private static final PayloadWriter WRITER = new PayloadWriter(Randomness.secure());
    private static final EventShape ENDED =
            Objects.requireNonNull(Vocabulary.CASE.named("coaching-contract.ended"));

    private static final EventShape AMENDED =
            Objects.requireNonNull(Vocabulary.CASE.named("entry.amended"));
    private static final String WITHIN = "\"replacement\":{";

    private final Random random = new Random(41);
    private final RandomEvents events = new RandomEvents(random);

    /** An event's shape among those of its kind of stream. */
    record Kind(Vocabulary vocabulary, EventShape shape) {
        @Override
        public String toString() {
            return vocabulary.stream() + " " + shape.name().name();
        }
    }

    static Stream<Kind> every() {
        return Stream.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY, Vocabulary.LOG)
                .flatMap(words -> words.events().stream().map(shape -> new Kind(words, shape)));
    }

    static Stream<Kind> everyOneOfKnownForm() {
        return every().filter(kind -> !hasFreeForm(kind.shape()));
    }

    @ParameterizedTest
    @MethodSource("everyOneOfKnownForm")
    void a_payload_in_plain_letters_is_read_as_it_was_written(Kind kind) {
        for (int i = 0; i < 40; i++) {
            byte[] payload = payload(kind);
            assertThat(asWritten(kind, PayloadBytes.all(payload)))
                    .as(() -> new String(payload, US_ASCII))
                    .isNotNull()
                    .isEqualTo(inGeneral(kind, payload));
        }
    }

    @ParameterizedTest
    @MethodSource("everyOneOfKnownForm")
    void nothing_beside_the_payload_is_looked_at(Kind kind) {
        for (int i = 0; i < 10; i++) {
            byte[] payload = payload(kind);
            byte[] row = new byte[payload.length + 20];
            Arrays.fill(row, (byte) (random.nextBoolean() ? '1' : '"'));
            System.arraycopy(payload, 0, row, 10, payload.length);
            assertThat(asWritten(kind, new PayloadBytes(row, 10, payload.length)))
                    .isNotNull()
                    .isEqualTo(inGeneral(kind, payload));
            for (int less = 1; less < payload.length; less += 7) {
                assertThat(asWritten(kind, new PayloadBytes(row, 10, payload.length - less)))
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyOneOfKnownForm")
    void whatever_is_changed_reads_as_in_general_or_not_at_all(Kind kind) {
        for (int i = 0; i < 20; i++) {
            byte[] payload = payload(kind);
            for (int change = 0; change < 50; change++) {
                byte[] changed = changed(payload);
                Event read = asWritten(kind, PayloadBytes.all(changed));
                if (read != null) {
                    assertThat(read).isEqualTo(inGeneral(kind, changed));
                }
            }
        }
    }

    @Test
    void what_is_written_otherwise_is_left_to_the_general_reader() {
        Kind kind = new Kind(Vocabulary.CASE, ENDED);
        String payload = new String(payload(kind), US_ASCII);
        String id = payload.substring(payload.indexOf("contractId") + 13).substring(0, 36);
        assertThat(asWritten(kind, bytes(payload))).isNotNull();
        for (String otherwise :
                List.of(
                        payload.replaceFirst("\\{", "{ "),
                        payload.replaceFirst(":", ": "),
                        payload.replaceFirst(",", ", "),
                        payload + " ",
                        payload + payload,
                        payload.replace(id, "ABCDEF" + id.substring(6)),
                        payload.replace(id, id.substring(1)),
                        payload.replace("\"kind\":", "\"Kind\":"))) {
            assertThat(asWritten(kind, bytes(otherwise))).as(otherwise).isNull();
        }
    }

    @Test
    void an_event_within_an_event_within_another_is_left_to_the_general_reader() {
        Kind kind = new Kind(Vocabulary.CASE, AMENDED);
        String payload;
        do {
            payload = new String(payload(kind), US_ASCII);
        } while (!payload.contains(WITHIN));
        String name = "\"eventType\":\"" + AMENDED.name().name() + "\"";
        String deep =
                payload.replaceFirst("\"eventType\":\"[^\"]*\"", name)
                        .replaceFirst(
                                "(\"replacement\":).*(,\"target\":)",
                                Matcher.quoteReplacement("\"replacement\":" + payload) + "$2");
        assertThat(asWritten(kind, bytes(payload))).isNotNull();
        assertThat(inGeneral(kind, deep.getBytes(UTF_8))).isNotNull();
        assertThat(asWritten(kind, bytes(deep))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9007199254740993", "12345678901234567", "01"})
    void what_is_no_count_is_left_to_the_general_reader(String count) {
        assertThatExceptionOfType(NotAsWritten.class)
                .isThrownBy(() -> new CanonicalReader(bytes(count)).count());
        assertThat(new CanonicalReader(bytes("9007199254740992")).count()).isEqualTo(1L << 53);
    }

    @Test
    void whoever_reads_does_not_notice_in_which_order_it_was_written() {
        Event event = events.of(Vocabulary.CASE, ENDED);
        String payload = new String(WRITER.write(event, ID).bytes(), UTF_8);
        String kind = "\"kind\":\"COACHING_CONTRACT_ENDED\"";
        String otherwise = payload.replace("," + kind, "").replaceFirst("\\{", "{" + kind + ",");
        assertThat(otherwise).isNotEqualTo(payload);
        assertThat(asWritten(new Kind(Vocabulary.CASE, ENDED), bytes(otherwise))).isNull();
        assertThat(
                        new PayloadReader()
                                .read(
                                        "case/1",
                                        ENDED.name().name(),
                                        ENDED.name().revision(),
                                        ID,
                                        otherwise.getBytes(UTF_8)))
                .isEqualTo(event);
    }

    @Test
    void letters_beyond_ascii_and_what_is_escaped_are_left_to_the_general_reader() {
        for (String text : new String[] {"\"é\"", "\"a\\n\"", "\"a\u0001\"", "\"a"}) {
            assertThatExceptionOfType(NotAsWritten.class)
                    .isThrownBy(() -> new CanonicalReader(bytes(text)).text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "01", "-0", "+1", "1234567890"})
    void a_number_that_nobody_writes_so_is_left_to_the_general_reader(String number) {
        assertThatExceptionOfType(NotAsWritten.class)
                .isThrownBy(() -> new CanonicalReader(bytes(number)).number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T10:00:00.000000Z",
                "2026-01-01T24:00:00.000000Z",
                "2026-01-01T23:60:00.000000Z",
                "2026-01-01T23:59:60.000000Z",
                "2026-01-01T23:59:59.00000Z",
                "2026-01-01 23:59:59.000000Z",
            })
    void a_moment_that_there_is_not_is_left_to_the_general_reader(String moment) {
        assertThatExceptionOfType(NotAsWritten.class)
                .isThrownBy(() -> new CanonicalReader(bytes('"' + moment + '"')).moment());
    }

    private static PayloadBytes bytes(String text) {
        return PayloadBytes.all(text.getBytes(UTF_8));
    }

    private static boolean hasFreeForm(EventShape shape) {
        return shape.members().members().stream()
                .anyMatch(member -> member.form() instanceof FreeForm);
    }

    /** Of any content, but without letters that are not plain or are escaped. */
    private byte[] payload(Kind kind) {
        String payload;
        do {
            Event event = events.of(kind.vocabulary(), kind.shape());
            payload = new String(WRITER.write(event, ID).bytes(), UTF_8);
        } while (payload.contains("study.definition-published"));
        return payload.replaceAll("\\\\u....|\\\\.|[^ -~]", "x").getBytes(US_ASCII);
    }

    private byte[] changed(byte[] payload) {
        byte[] changed = payload.clone();
        int at = random.nextInt(payload.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
            case 1 -> {
                changed[at] = payload[random.nextInt(payload.length)];
                yield changed;
            }
            case 2 -> {
                System.arraycopy(payload, at + 1, changed, at, payload.length - at - 1);
                yield Arrays.copyOf(changed, payload.length - 1);
            }
            default -> {
                byte[] longer = Arrays.copyOf(payload, payload.length + 1);
                System.arraycopy(payload, at, longer, at + 1, payload.length - at);
                longer[at] = payload[random.nextInt(payload.length)];
                yield longer;
            }
        };
    }

    private static @Nullable Event asWritten(Kind kind, PayloadBytes payload) {
        try {
            return new PayloadAsWritten(payload, kind.vocabulary(), ID).event(kind.shape());
        } catch (NotAsWritten otherwise) {
            return null;
        }
    }

    private static Event inGeneral(Kind kind, byte[] payload) {
        return new PayloadReader().read(kind.vocabulary(), kind.shape(), ID, payload);
    }
}
