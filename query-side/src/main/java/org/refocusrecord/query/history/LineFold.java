package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts what is known of a case on the line, each event corrected and in its place. */
final class LineFold {

    private static final Comparator<Fact> ON_THE_LINE =
            Comparator.comparing(Fact::place)
                    .thenComparingLong((Fact fact) -> fact.recorded().sequence());

    private final Corrections corrections;
    private final Replacements replacements;
    private final Places places;
    private final Map<CommandId, Session> sessions = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    LineFold(Corrections corrections, Replacements replacements, Places places) {
        this.corrections = corrections;
        this.replacements = replacements;
        this.places = places;
    }

    void after(RecordedEvent recorded) {
        if (!(recorded.event() instanceof CaseEvent event)) {
            throw new IllegalStateException("no event of a case: " + recorded.eventId());
        }
        switch (event) {
            case CorrectionEvent remark ->
                    remarks.add(
                            new Remark(recorded, remark, corrections.standing(remark.commandId())));
            case SessionHeld _, OwnEntriesWritten _ -> {
                Fact header = fact(recorded, event, null);
                sessions.put(recorded.commandId(), new Session(header));
                facts.add(header);
            }
            case CaseFileEvent _ -> facts.add(fact(recorded, event, null));
            case Entry _ -> facts.add(fact(recorded, event, session(recorded)));
        }
    }

    List<Fact> facts(@Nullable Instant asOf) {
        return facts.stream()
                .filter(fact -> asOf == null || !fact.place().isAfter(asOf))
                .sorted(ON_THE_LINE)
                .toList();
    }

    /** The fact that was put on the line last. */
    Fact last() {
        return facts.getLast();
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    private Session session(RecordedEvent recorded) {
        Session session = sessions.get(recorded.commandId());
        if (session == null) {
            throw new IllegalStateException("an entry without a session: " + recorded.eventId());
        }
        return session;
    }

    private Fact fact(RecordedEvent recorded, CaseEvent event, @Nullable Session session) {
        AnyId id = Ids.of(event);
        RecordedEvent amendment = corrections.amendment(id);
        RecordedEvent mark = corrections.mark(id);
        CaseEvent now = amendment == null ? event : replacements.of(amendment);
        boolean live = mark == null && (session == null || session.header().isLive());
        List<RecordedEvent> holding = holding(amendment, mark);
        return new Fact(
                recorded,
                now,
                session == null ? places.of(recorded, now) : session.header().place(),
                session,
                live ? Standing.LIVE : Standing.IN_ERROR,
                lastChange(holding, session),
                !holding.isEmpty(),
                corrections.disagreements(id, holding));
    }

    private static List<RecordedEvent> holding(
            @Nullable RecordedEvent amendment, @Nullable RecordedEvent mark) {
        return amendment == null && mark == null
                ? List.of()
                : Stream.of(amendment, mark).filter(Objects::nonNull).toList();
    }

    /** The last correction that made it what it is; a session that moved moved its entries too. */
    private static @Nullable Evidence lastChange(
            List<RecordedEvent> holding, @Nullable Session session) {
        Evidence last = null;
        for (RecordedEvent correction : holding) {
            last = later(last, Evidence.remark(correction));
        }
        if (session != null && (session.wasMoved() || !session.header().isLive())) {
            Evidence moved = session.header().lastChange();
            last = moved == null ? last : later(last, moved);
        }
        return last;
    }

    private static Evidence later(@Nullable Evidence one, Evidence other) {
        return one == null ? other : one.later(other);
    }
}
