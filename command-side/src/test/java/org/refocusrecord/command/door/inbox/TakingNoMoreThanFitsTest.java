package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How much the inbox holds at once, however much lies on the topic. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingNoMoreThanFitsTest {

    private static final int MIB = 1 << 20;

    private boolean isOpen = true;
    private final Intake intake =
            new Intake(
                    new Intake.Gate() {
                        @Override
                        public void shut() {
                            isOpen = false;
                        }

                        @Override
                        public void open() {
                            isOpen = true;
                        }
                    },
                    10);

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
