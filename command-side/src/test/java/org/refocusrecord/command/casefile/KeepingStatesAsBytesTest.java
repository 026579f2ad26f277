package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Telling;
import org.refocusrecord.command.snapshot.SnapshotUnreadable;
import org.refocusrecord.command.snapshot.StateForm;
import org.refocusrecord.eventlog.json.Upcasters;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A state that was written as bytes and read again is the state that was folded. */
class KeepingStatesAsBytesTest {

    private static final int HISTORIES = 60;
    private static final int COMMANDS = 50;
    private static final StateForm<CaseState> FORM =
            StateDoor.caseForm(Cast.LONDON, Upcasters.NONE);

    @Test
    void from_wherever_one_goes_on_one_comes_to_the_same() throws SnapshotUnreadable {
        long states = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            CaseExample example = RandomCase.lived(seed, COMMANDS);
            List<Recorded> history = example.history();
            int at = new Random(seed).nextInt(history.size() + 1);
            CaseState state = CaseState.EMPTY;
            for (Recorded recorded : history.subList(0, at)) {
                state = CaseRecord.evolve(state, recorded);
            }
            CaseState again = FORM.read(FORM.write(state));
            assertThat(again).as("seed %d at %d", seed, at).isEqualTo(state);
            for (Recorded recorded : history.subList(at, history.size())) {
                again = CaseRecord.evolve(again, recorded);
            }
            assertThat(again).as("seed %d from %d", seed, at).isEqualTo(example.state());
            states += history.size();
        }
        assertThat(states).isGreaterThan(HISTORIES * 20L);
    }

    @Test
    void the_next_command_is_decided_alike() throws SnapshotUnreadable {
        for (long seed = 0; seed < HISTORIES; seed++) {
            CaseState state = RandomCase.lived(seed, COMMANDS).state();
            CaseState again = FORM.read(FORM.write(state));
            RandomCase random = new RandomCase(seed + HISTORIES);
            for (int index = 0; index < COMMANDS; index++) {
                Telling telling = random.next(state);
                CaseCommand command = telling.command(telling.posting());
                assertThat(CaseRecord.decide(again, command))
                        .isEqualTo(CaseRecord.decide(state, command));
            }
        }
    }

    @Test
    void bytes_that_are_no_state_are_told_from_one_or_read_without_a_fault() {
        byte[] bytes = FORM.write(RandomCase.lived(1, COMMANDS).state());
        for (int length = 0; length < bytes.length; length++) {
            read(Arrays.copyOf(bytes, length));
        }
        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << (at % Byte.SIZE));
            read(damaged);
        }
    }

    /** What is read of damaged bytes means nothing; the seal around them is what tells. */
    private static void read(byte[] bytes) {
        assertThatCode(
                        () -> {
                            try {
                                FORM.read(bytes);
                            } catch (SnapshotUnreadable expected) {
                                // As it should be.
                            }
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void another_zone_makes_other_states() {
        assertThat(StateDoor.caseForm(ZoneId.of("Europe/Paris"), Upcasters.NONE).fingerprint())
                .isNotEqualTo(FORM.fingerprint());
    }
}
