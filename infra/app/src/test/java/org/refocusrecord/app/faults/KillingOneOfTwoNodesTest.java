package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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
 * is killed at a step of an append, callers of the other go on, before it is started again. Every
 * build comes to a few steps; with {@code -Drefocus.kills}, however many, to each.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillingOneOfTwoNodesTest {

    private static final List<Victim> KILLED =
            List.of(Victim.NODE, Victim.BACKEND_ALONE, Victim.BACKEND);

    private static final Set<Step> STEPS =
            Integer.getInteger("refocus.kills") == null
                    ? EnumSet.of(Step.EVENTS_HALF_WRITTEN, Step.COMMITTING, Step.COMMITTED)
                    : EnumSet.allOf(Step.class);

    private static final int CLIENTS = 2;
    private static final int LANES = 3;

    @TempDir private Path folder;
    @TempDir private Path beside;

    @Test
    void what_both_acknowledged_is_there_once_and_in_one_order() throws Exception {
        try (Stage stage = new Stage(folder)) {
            stage.start();
            List<Result> results = new ArrayList<>();
            try (SecondNode other = new SecondNode(stage, beside)) {
                other.start(CLIENTS);
                List<Lane> lanes = stage.lanes(LANES);
                for (Step step : STEPS) {
                    int turn = results.size();
                    Victim victim = victim(step, turn);
                    Company company = turn % 2 == 0 ? Company.NONE : Company.BEHIND;
                    Strike strike = new Strike(stage, step, victim, company);
                    results.add(strike.done(lanes, () -> goesOnAlone(stage, other, victim)));
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

    /** The seal is put on by either node, so no process of the database is the first one's. */
    private static Victim victim(Step step, int turn) {
        return step.isAcknowledged() ? Victim.NODE : KILLED.get(turn % KILLED.size());
    }

    private static void goesOnAlone(Stage stage, SecondNode other, Victim victim)
            throws InterruptedException {
        other.takesAnother();
        assertThat(stage.node().isAlive()).isEqualTo(victim != Victim.NODE);
    }
}
