package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** How much the inbox holds at once, however much lies on the topic. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingNoMoreThanFitsTest {

    private static final int MIB = 1 << 20;

    private boolean isOpen = true;
    private boolean sticks;
    private final Intake intake =
            new Intake(
                    new Intake.Gate() {
                        @Override
                        public void shut() {
                            if (sticks) {
                                throw new IllegalStateException();
                            }
                            isOpen = false;
                        }

                        @Override
                        public void open() {
                            isOpen = true;
                        }
                    },
                    10,
                    40);

    @Test
    void no_more_are_taken_while_too_many_are_under_way() {
        take(10, 1);
        assertThat(isOpen).isTrue();
        take(1, 1);
        assertThat(isOpen).isFalse();

        end(5, 1);
        assertThat(isOpen).isFalse();
        end(1, 1);
        assertThat(isOpen).isTrue();
    }

    @Test
    void where_they_cannot_be_kept_away_just_then_they_are_a_little_later() {
        sticks = true;
        take(11, 1);
        assertThat(isOpen).isTrue();
        sticks = false;

        intake.look();

        assertThat(isOpen).isFalse();
    }

    @Test
    void nor_while_those_that_are_have_too_many_bytes() {
        take(4, 4 * MIB);
        assertThat(isOpen).isTrue();
        take(1, 1);
        assertThat(isOpen).isFalse();

        end(2, 4 * MIB);
        assertThat(isOpen).isFalse();
        end(1, 1);
        assertThat(isOpen).isTrue();
    }

    @Test
    void nor_while_too_many_that_have_ended_stand_behind_one_that_does_not() {
        for (int number = 0; number < 50; number++) {
            intake.taken(1);
            intake.ended(1);
        }
        assertThat(isOpen).isFalse();

        leave(50);
        assertThat(isOpen).isTrue();
    }

    @Test
    void nor_ever_again_when_it_is_closed() {
        take(11, 1);
        intake.close();
        end(11, 1);

        assertThat(isOpen).isFalse();
    }

    @Test
    void how_many_that_is_depends_on_how_many_a_consumer_may_have_under_way() {
        InboxSettings settings =
                new InboxSettings(
                        "sessions",
                        "sessions",
                        "outcomes",
                        "dead",
                        "group",
                        List.of(InboxSettings.ALL),
                        2,
                        30,
                        Duration.ofHours(1));

        // A poll of each comes on top.
        assertThat(settings.mostUnderWay() + 2 * settings.ofAPoll()).isEqualTo(60);
        assertThat(settings.mostInLine()).isEqualTo(4 * 60);
    }

    private void take(int records, int bytes) {
        for (int number = 0; number < records; number++) {
            intake.taken(bytes);
        }
    }

    private void end(int records, int bytes) {
        for (int number = 0; number < records; number++) {
            intake.left(bytes);
            intake.ended(bytes);
        }
    }

    private void leave(int records) {
        for (int number = 0; number < records; number++) {
            intake.left(1);
        }
    }
}
