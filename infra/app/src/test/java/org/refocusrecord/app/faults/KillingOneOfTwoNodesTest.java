package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.app.faults.Strike.Company;
import org.refocusrecord.app.faults.Strike.Result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Two nodes record in one log. While one of them, or a process of the database that works for it,
 * is killed at a step of an append, callers of the other go on.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillingOneOfTwoNodesTest {

    private static final List<Victim> KILLED =
            List.of(Victim.NODE, Victim.BACKEND_ALONE, Victim.BACKEND);

    /** Where it is sure that the first node's append is stopped, and not whoever came by. */
    private static final Set<Step> OF_THE_FIRST =
            EnumSet.complementOf(
                    EnumSet.of(
                            Step.AWAITING_THE_LOCK,
                            Step.ACKNOWLEDGED,
                            Step.TREE_GROWING,
                            Step.CHECKPOINT_BEING_SIGNED));

    private static final int CLIENTS = 2;
    private static final int LANES = 3;

    @TempDir private Path folder;
    @TempDir private Path beside;

    @Test
    void what_both_acknowledged_is_there_once_and_in_one_order() throws Exception {
        try (Stage stage = new Stage(folder)) {
            stage.start();
            List<Result> results = new ArrayList<>();
            try (SecondNode other = new SecondNode(stage, beside, CLIENTS)) {
                List<Lane> lanes = stage.lanes(LANES);
                for (Step step : OF_THE_FIRST) {
                    int before = other.tally().acknowledged.get();
                    int turn = results.size();
                    Victim victim = KILLED.get(turn % KILLED.size());
                    Company company = turn % 2 == 0 ? Company.NONE : Company.BEHIND;
                    results.add(new Strike(stage, step, victim, company).done(lanes));
                    assertThat(other.tally().acknowledged.get())
                            .as("others go on, %s at %s", victim, step)
                            .isGreaterThan(before);
                }
                Console.tell("beside them: " + other.tally());
                stage.holdsExactly(lanes);
                other.holdsExactlyWhatWasAcknowledged();
                stage.isWhole();
            }
            Results.tell(results);
            stage.hasTheViewsOfTheLog();
        }
    }
}
