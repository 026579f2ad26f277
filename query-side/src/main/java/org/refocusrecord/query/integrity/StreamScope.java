package org.refocusrecord.query.integrity;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;

import java.util.Optional;

/** Who may see which stream, and so the proofs of its events. */
public final class StreamScope {

    private final CaseReads cases;
    private final Teams teams;

    /** By who may read cases and teams. */
    public StreamScope(CaseReads cases, Teams teams) {
        this.cases = cases;
        this.teams = teams;
    }

    /** What a caller may see of an event. */
    enum View {
        /** Nothing: it looks as if it were not there. */
        NONE,
        /** That it is there, and not what it says: a hash of it must not tell either. */
        COVERED,
        /** All that the log says of it. */
        OPEN
    }

    View of(Caller caller, @Nullable Purpose purpose, String stream, String eventId) {
        int slash = stream.indexOf('/');
        String id = stream.substring(slash + 1);
        return switch (stream.substring(0, slash)) {
            case "case" -> ofCase(caller, purpose, CaseId.of(id), eventId);
            case "team" -> either(seesTeam(caller, TeamId.of(id)));
            case "study" -> either(seesStudy(caller, StudyId.of(id)));
            default -> View.OPEN;
        };
    }

    private View ofCase(Caller caller, @Nullable Purpose purpose, CaseId id, String eventId) {
        Optional<OpenCase> open = cases.openIfInScope(caller, purpose, id);
        if (open.isEmpty()) {
            return either(cases.isWrittenBy(caller, id));
        }
        return open.get().stream().stream()
                        .filter(event -> event.eventId().toString().equals(eventId))
                        .allMatch(event -> shows(open.get(), event))
                ? View.OPEN
                : View.COVERED;
    }

    /** The answers of a rating are so few that its hash would give them away. */
    private boolean shows(OpenCase open, RecordedEvent recorded) {
        Event event =
                recorded.event() instanceof EntryAmended amended
                        ? amended.replacement()
                        : recorded.event();
        return !(event instanceof RelationshipRated rated)
                || cases.sight(open).showsRating(new AnyId(rated.entryId().value()));
    }

    private boolean seesTeam(Caller caller, TeamId id) {
        return teams.history(id)
                .filter(team ->
                        caller.audits(team.trust(), id)
                                || (caller.is(Role.TEAM_LEADER) && caller.namesTeam(id))
                                || (caller.is(Role.ADMIN)
                                        && (caller.trust() == null
                                                || caller.trust().equals(team.trust()))))
                .isPresent();
    }

    private static boolean seesStudy(Caller caller, StudyId id) {
        return caller.is(Role.ADMIN)
                || (caller.is(Role.RESEARCHER) && caller.studies().contains(id));
    }

    private static View either(boolean sees) {
        return sees ? View.OPEN : View.NONE;
    }
}
