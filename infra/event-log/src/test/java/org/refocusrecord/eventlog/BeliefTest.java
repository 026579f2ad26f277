package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What somebody says is believed for half a second, from the first word on. */
class BeliefTest {

    private static final long BEGUN = Long.MAX_VALUE - 1_000;

    private final Belief belief = new Belief(Duration.ofMillis(500));

    @Test
    void in_silence_nobody_is_asked() {
        assertThat(belief.isOver(at(0))).isFalse();
        assertThat(belief.isOver(at(10_000))).isFalse();
        assertThat(belief.left(at(10_000))).hasMillis(500);
    }

    @Test
    void after_a_long_silence_a_word_is_believed_as_long_as_any() {
        belief.said(at(10_000));

        assertThat(belief.isOver(at(10_000))).isFalse();
        assertThat(belief.isOver(at(10_499))).isFalse();
        assertThat(belief.left(at(10_499))).hasMillis(1);
        assertThat(belief.isOver(at(10_500))).isTrue();
    }

    @Test
    void words_that_follow_do_not_make_it_longer() {
        belief.said(at(0));
        belief.said(at(300));
        belief.said(at(499));

        assertThat(belief.isOver(at(500))).isTrue();
        assertThat(belief.left(at(700))).isZero();
    }

    @Test
    void what_is_said_after_it_was_confirmed_is_a_first_word_again() {
        belief.said(at(0));
        belief.confirmed();
        assertThat(belief.isOver(at(600))).isFalse();

        belief.said(at(700));
        assertThat(belief.isOver(at(1_199))).isFalse();
        assertThat(belief.isOver(at(1_200))).isTrue();
    }

    /** The clock may run over. */
    private static long at(long millis) {
        return BEGUN + Duration.ofMillis(millis).toNanos();
    }
}
