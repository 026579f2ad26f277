package org.refocusrecord.query.audittrail;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.query.projection.Projector;
import org.refocusrecord.query.projection.Row;
import org.refocusrecord.query.projection.StreamProjector;
import org.refocusrecord.query.projection.ViewTable;
import org.refocusrecord.query.projection.ViewTable.Column;

import java.util.List;
import java.util.Map;

/** The view of the people of goals: it leads to the cases in which goals of somebody's may be. */
public final class GoalPeopleView {

    /** The view's name. */
    public static final String NAME = "goal-people";

    private static final ViewTable PERSON =
            new ViewTable(
                    "goal_person",
                    new Column("case_id", "uuid"),
                    new Column("party", "text"),
                    new Column("person_id", "text"),
                    new Column("first_at", "timestamptz"),
                    new Column("last_at", "timestamptz"));

    private GoalPeopleView() {}

    /** Keeps the view. */
    public static Projector projector() {
        return new StreamProjector(
                NAME, 2, "case/", List.of(PERSON), stream -> Map.of(PERSON, rows(stream)));
    }

    private static List<Row> rows(List<RecordedEvent> stream) {
        CaseOpened opened = (CaseOpened) stream.getFirst().event();
        return GoalPeople.of(stream).stream()
                .map(goal ->
                        Row.of(
                                opened.caseId(),
                                goal.person().party(),
                                goal.person().id(),
                                goal.firstAt(),
                                goal.lastAt()))
                .toList();
    }
}
