package org.refocusrecord.app.demo.teams;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.team.DataGapKind;

import java.time.LocalDate;
import java.util.List;

/** In every third intervention team something was not captured for a while: missing, not nought. */
record DataGaps(DataGapKind kind, int month, int months) {

    private static final List<DataGaps> ALL =
            List.of(
                    new DataGaps(DataGapKind.RATINGS, 3, 2),
                    new DataGaps(DataGapKind.CONVERSATIONS, 4, 2),
                    new DataGaps(DataGapKind.LEADER_REFLECTION, 9, 1),
                    new DataGaps(DataGapKind.TEAM_REFLECTION, 10, 1),
                    new DataGaps(DataGapKind.EXPERIENCES, 5, 3));

    static void tell(TeamPosts posts) {
        if (posts.team().place() % 3 != 0) {
            return;
        }
        DataGaps gap = ALL.get(posts.team().place() / 3 % ALL.size());
        Chance chance = posts.chance("gap");
        LocalDate from = posts.team().startsOn().plusMonths(gap.month() - 1L);
        LocalDate to = from.plusMonths(gap.months()).minusDays(1);
        Body body =
                Body.of("commandId", chance.id())
                        .with("kind", gap.kind())
                        .with("from", from)
                        .with("to", to)
                        .with("reason", Phrase.GAP.text(chance));
        posts.byLeader("data-gap", "/data-gaps", body, to.plusDays(10));
    }
}
