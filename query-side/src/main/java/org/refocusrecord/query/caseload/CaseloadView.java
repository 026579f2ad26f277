package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.Projector;
import org.refocusrecord.query.projection.Row;
import org.refocusrecord.query.projection.StreamProjector;
import org.refocusrecord.query.projection.ViewTable;
import org.refocusrecord.query.projection.ViewTable.Column;
import org.refocusrecord.query.record.CaseSummary;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The view of cases as they stand, for lists and for the question who may read them. */
public final class CaseloadView {

    /** The view's name. */
    public static final String NAME = "caseload";

    private static final ViewTable FILE =
            new ViewTable(
                    "case_file",
                    new Column("case_id", "uuid"),
                    new Column("service_user_id", "uuid"),
                    new Column("trust", "text"),
                    new Column("care_coordinator", "uuid"),
                    new Column("key_worker", "uuid"),
                    new Column("opened_on", "date"),
                    new Column("last_session_at", "timestamptz"),
                    new Column("version", "bigint"));

    private static final ViewTable SPAN =
            new ViewTable(
                    "case_span",
                    new Column("case_id", "uuid"),
                    new Column("team_id", "uuid"),
                    new Column("state", "text"),
                    new Column("from_day", "date"),
                    new Column("to_day", "date"));

    private static final ViewTable WORKER =
            new ViewTable(
                    "case_worker",
                    new Column("case_id", "uuid"),
                    new Column("worker_id", "uuid"),
                    new Column("latest_on", "date"));

    private static final ViewTable TEAM =
            new ViewTable(
                    "case_team", new Column("case_id", "uuid"), new Column("team_id", "uuid"));

    private CaseloadView() {}

    /** Keeps the view. */
    public static Projector projector(CaseLines lines) {
        return new StreamProjector(
                NAME, 3, "case/", List.of(FILE, SPAN, WORKER, TEAM), stream -> rows(stream, lines));
    }

    private static Map<ViewTable, List<Row>> rows(List<RecordedEvent> stream, CaseLines lines) {
        Line line = lines.of(stream);
        return Map.of(
                FILE, List.of(file(line, opening(stream))),
                SPAN, spans(line),
                WORKER, workers(line),
                TEAM, teams(stream, line));
    }

    /** The trust of the opening is never changed, and is the case's though it be in error. */
    private static CaseOpened opening(List<RecordedEvent> stream) {
        return (CaseOpened) stream.getFirst().event();
    }

    private static Row file(Line line, CaseOpened opening) {
        CaseSummary summary = CaseSummary.of(line, LocalDate.MAX);
        return Row.of(
                line.caseId(),
                line.serviceUserId(),
                opening.trust(),
                id(summary.careCoordinator()),
                id(summary.keyWorker()),
                summary.openedOn(),
                summary.lastSessionAt(),
                line.version());
    }

    private static @Nullable String id(@Nullable Person person) {
        return person == null ? null : person.id();
    }

    private static List<Row> spans(Line line) {
        return CareSpan.of(line).stream()
                .map(span ->
                        Row.of(line.caseId(), span.teamId(), span.state(), span.from(), span.to()))
                .toList();
    }

    private static List<Row> workers(Line line) {
        return Company.of(line).entrySet().stream()
                .map(latest -> Row.of(line.caseId(), latest.getKey(), latest.getValue()))
                .toList();
    }

    private static List<Row> teams(List<RecordedEvent> stream, Line line) {
        Set<TeamId> teams = new LinkedHashSet<>();
        for (RecordedEvent recorded : stream) {
            Event event =
                    recorded.event() instanceof EntryAmended amended
                            ? amended.replacement()
                            : recorded.event();
            if (event instanceof CaseOpened opened) {
                teams.add(opened.teamId());
            } else if (event instanceof CaseTransferred transferred) {
                teams.add(transferred.toTeamId());
            }
        }
        return teams.stream().map(team -> Row.of(line.caseId(), team)).toList();
    }
}
