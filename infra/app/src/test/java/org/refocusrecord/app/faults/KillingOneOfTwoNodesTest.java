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
 * is killed while it holds the lock of the log, callers of the other go on.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillingOneOfTwoNodesTest {

    private static final List<Victim> KILLED =
            List.of(Victim.NODE, Victim.BACKEND_ALONE, Victim.BACKEND);

    /** From where it holds the lock of the log; it is sure that it is the first node's append. */
    private static final Set<Step> UNDER_THE_LOCK =
            EnumSet.range(Step.UNDER_THE_LOCK, Step.COMMITTED);

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
                for (Step step : UNDER_THE_LOCK) {
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
