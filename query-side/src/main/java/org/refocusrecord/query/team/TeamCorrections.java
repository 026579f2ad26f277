package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The corrections known of a team. Folded latest first: whatever takes a correction back was
 * recorded after it, and of several amendments the one met first holds.
 */
final class TeamCorrections {

    private final Set<AnyId> inError = new HashSet<>();
    private final Map<AnyId, TeamEvent> amended = new HashMap<>();

    private TeamCorrections() {}

    static TeamCorrections in(List<RecordedEvent> known) {
        TeamCorrections corrections = new TeamCorrections();
        known.reversed().forEach(corrections::met);
        return corrections;
    }

    private void met(RecordedEvent recorded) {
        if (inError.contains(id(recorded))) {
            return;
        }
        switch (recorded.event()) {
            case TeamEntryMarkedInError mark -> inError.add(mark.target());
            case TeamEntryAmended amendment ->
                    amended.putIfAbsent(amendment.target(), amendment.replacement());
            default -> {}
        }
    }

    /** How a fact reads now; null for what is in error, and for corrections. */
    @Nullable TeamEvent now(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case TeamEntryAmended _, TeamEntryMarkedInError _ -> null;
            case TeamEvent event ->
                    inError.contains(id(recorded))
                            ? null
                            : amended.getOrDefault(id(recorded), event);
            default -> throw new IllegalStateException("no event of a team: " + recorded.eventId());
        };
    }

    private static AnyId id(RecordedEvent recorded) {
        return new AnyId(recorded.commandId().value());
    }
}
