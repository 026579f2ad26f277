package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

class MeetingTextsAgainTest {

    private static final String BEFORE = "in front of it ";
    private final RecurringTexts texts = new RecurringTexts();

    private String met(String text) {
        byte[] bytes = (BEFORE + text + " and behind it").getBytes(UTF_8);
        return texts.text(bytes, BEFORE.length(), text.getBytes(UTF_8).length);
    }

    @Test
    void a_stream_that_is_met_again_is_the_same_text() {
        String stream = "case/" + UUID.randomUUID();

        assertThat(met(stream)).isEqualTo(stream).isSameAs(met(stream));
    }

    @Test
    void texts_that_begin_and_end_alike_are_not_taken_for_each_other() {
        for (String middle : List.of("", "a", "b", "ab", "ba", "é", "ab", "a")) {
            String text = "likewise" + middle + "likewise";
            assertThat(met(text)).isEqualTo(text);
        }
    }

    @Test
    void whatever_its_length_and_its_letters_a_text_is_what_was_written() {
        Random random = new Random(20_261_127);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String letters = i % 3 == 0 ? "aé€😀" : "abcdef-0123456789/";
            written.add(
                    random.ints(random.nextInt(140), 0, letters.codePointCount(0, letters.length()))
                            .map(n -> letters.codePointAt(letters.offsetByCodePoints(0, n)))
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString());
        }

        for (int round = 0; round < 2; round++) {
            written.forEach(text -> assertThat(met(text)).isEqualTo(text));
        }
    }

    @Test
    void several_who_read_at_once_each_get_their_own() {
        List<String> streams =
                IntStream.range(0, 10_000).mapToObj(n -> "case/" + UUID.randomUUID()).toList();

        assertThat(
                        IntStream.range(0, 400_000)
                                .parallel()
                                .mapToObj(n -> streams.get(n * 31 % streams.size()))
                                .filter(stream -> !met(stream).equals(stream)))
                .isEmpty();
    }
}
