package org.refocusrecord.eventlog.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Dealt;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.SealBroken;
import org.refocusrecord.eventlog.keys.Vectors;
import org.refocusrecord.events.EventId;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

class SealingWordsTest {

    private static final Randomness RANDOM = Randomness.secure();
    private static final EventId EVENT = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000001");
    private static final EventId OTHER = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000002");
    private static final String TEXT = "Später, nicht jetzt 🌿";

    static final List<JsonNode> FROZEN = Vectors.list("words-1.json", "texts");

    private final DataKey key = DataKey.draw(RANDOM);
    private final SealedText sealed = WordsSeal.seal(key, EVENT, 3, TEXT, RANDOM);

    @ParameterizedTest
    @FieldSource("FROZEN")
    void a_text_is_sealed_as_it_always_was_and_opens(JsonNode frozen) {
        DataKey frozenKey =
                DataKey.draw(Dealt.of(Vectors.read("words-1.json").get("dataKey").stringValue()));
        EventId event = EventId.of(frozen.get("eventId").stringValue());
        int n = frozen.get("n").intValue();
        String text = frozen.get("text").stringValue();
        Dealt drawn = Dealt.of(frozen.get("salt").stringValue(), frozen.get("nonce").stringValue());
        SealedText expected =
                new SealedText(frozen.get("c").stringValue(), frozen.get("d").stringValue());

        assertThat(WordsSeal.seal(frozenKey, event, n, text, drawn)).isEqualTo(expected);
        assertThat(WordsSeal.open(frozenKey, event, n, expected))
                .isEqualTo(new OpenedText(frozen.get("salt").stringValue(), text));
    }

    @Test
    void a_sealed_text_opens_with_its_key_at_its_place() {
        assertThat(open(sealed).text()).isEqualTo(TEXT);
    }

    @Test
    void a_text_sealed_twice_does_not_look_the_same() {
        SealedText again = WordsSeal.seal(key, EVENT, 3, TEXT, RANDOM);
        assertThat(again.c()).isNotEqualTo(sealed.c());
        assertThat(again.d()).isNotEqualTo(sealed.d());
    }

    @Test
    void with_any_byte_changed_it_does_not_open() {
        byte[] bytes = Base64.getDecoder().decode(sealed.c());
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                String c = Base64.getEncoder().encodeToString(changed);
                assertBroken(() -> open(new SealedText(c, sealed.d())));
            }
        }
    }

    @Test
    void cut_short_or_grown_it_does_not_open() {
        byte[] bytes = Base64.getDecoder().decode(sealed.c());
        for (int length = 0; length <= bytes.length + 1; length++) {
            if (length != bytes.length) {
                String c = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
                assertBroken(() -> open(new SealedText(c, sealed.d())));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "AAAA", "AAA=AAA=", "ää"})
    void what_is_not_even_a_seal_does_not_open(String c) {
        assertBroken(() -> open(new SealedText(c, sealed.d())));
    }

    @Test
    void with_any_digit_of_its_digest_changed_it_does_not_open() {
        for (int i = 0; i < sealed.d().length(); i++) {
            char digit = sealed.d().charAt(i) == '0' ? '1' : '0';
            String d = sealed.d().substring(0, i) + digit + sealed.d().substring(i + 1);
            assertBroken(() -> open(new SealedText(sealed.c(), d)));
        }
    }

    @Test
    void at_another_place_or_with_another_key_it_does_not_open() {
        assertBroken(() -> WordsSeal.open(key, OTHER, 3, sealed));
        assertBroken(() -> WordsSeal.open(key, EVENT, 4, sealed));
        assertBroken(() -> WordsSeal.open(key, EVENT, 33, sealed));
        assertBroken(() -> WordsSeal.open(DataKey.draw(RANDOM), EVENT, 3, sealed));
    }

    @Test
    void the_seal_of_one_text_does_not_open_under_the_digest_of_another() {
        SealedText other = WordsSeal.seal(key, EVENT, 3, "Something else", RANDOM);
        assertBroken(() -> open(new SealedText(other.c(), sealed.d())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xd800, 0xdbff, 0xdc00, 0xdfff})
    void half_of_a_surrogate_pair_is_refused(int half) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordsSeal.seal(key, EVENT, 0, "x" + (char) half + "y", RANDOM));
    }

    @Test
    void a_disclosed_text_is_proved_by_its_digest_without_a_key() {
        OpenedText opened = open(sealed);
        assertThat(disclosed(opened.salt(), TEXT).proves(sealed.d())).isTrue();
    }

    @Test
    void no_other_text_and_no_other_salt_is_proved() {
        String salt = open(sealed).salt();
        assertThat(disclosed(salt, TEXT + " ").proves(sealed.d())).isFalse();
        assertThat(disclosed(salt, "").proves(sealed.d())).isFalse();
        assertThat(disclosed(salt, "\ud800").proves(sealed.d())).isFalse();
        assertThat(disclosed("0".repeat(32), TEXT).proves(sealed.d())).isFalse();
        assertThat(disclosed(salt.substring(2), TEXT).proves(sealed.d())).isFalse();
        assertThat(disclosed("g".repeat(32), TEXT).proves(sealed.d())).isFalse();
    }

    @Test
    void a_byte_of_the_text_cannot_be_passed_off_as_the_end_of_the_salt() {
        SealedText ascii = WordsSeal.seal(key, EVENT, 3, "abc", RANDOM);
        String longer = open(ascii).salt() + "61";
        assertThat(disclosed(longer, "bc").proves(ascii.d())).isFalse();
    }

    private OpenedText open(SealedText text) {
        return WordsSeal.open(key, EVENT, 3, text);
    }

    private static Disclosure disclosed(String salt, String text) {
        return new Disclosure(EVENT, 3, salt, text);
    }

    private static void assertBroken(ThrowingCallable opening) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(opening)
                .withMessageNotContaining("Später");
    }
}
