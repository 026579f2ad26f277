package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The rules of the line, written down one by one with no thought of speed: each question is asked
 * of the whole history again.
 */
record NaiveLine(List<RecordedEvent> stream, @Nullable Instant asOf, @Nullable Instant knownAt) {

    record Seen(
            long sequence,
            String reads,
            Instant place,
            boolean live,
            @Nullable Long changedAt,
            List<String> disagreements) {}

    List<Seen> facts() {
        TreeMap<String, Seen> ordered = new TreeMap<>();
        for (RecordedEvent recorded : known()) {
            if (recorded.event() instanceof CorrectionEvent) {
                continue;
            }
            Instant place = place(recorded);
            if (asOf == null || place.compareTo(asOf) <= 0) {
                String key = "%020d %06d".formatted(place.toEpochMilli(), recorded.sequence());
                ordered.put(key, seen(recorded, place));
            }
        }
        return List.copyOf(ordered.values());
    }

    /**
     * A fact that holds.
     *
     * @param event as it reads
     */
    record Standing(RecordedEvent recorded, CaseEvent event, Instant place) {
        boolean isBefore(Standing other) {
            int order = place.compareTo(other.place);
            return order < 0 || (order == 0 && recorded.sequence() < other.recorded.sequence());
        }
    }

    /** The facts that hold, in the order of the line. */
    List<Standing> standing() {
        List<Standing> standing = new ArrayList<>();
        for (Seen seen : facts()) {
            RecordedEvent recorded = stream.get(Math.toIntExact(seen.sequence()));
            if (seen.live()) {
                standing.add(new Standing(recorded, reads(recorded), seen.place()));
            }
        }
        return standing;
    }

    private List<RecordedEvent> known() {
        List<RecordedEvent> known = new ArrayList<>();
        for (RecordedEvent recorded : stream) {
            if (knownAt == null || recorded.recordedAt().compareTo(knownAt) <= 0) {
                known.add(recorded);
            }
        }
        return known;
    }

    private Seen seen(RecordedEvent recorded, Instant place) {
        return new Seen(
                recorded.sequence(),
                reads(recorded).toString(),
                place,
                !isInError(id(recorded)) && !isInError(header(recorded)),
                changedAt(recorded),
                disagreements(recorded));
    }

    private static UUID id(RecordedEvent recorded) {
        return recorded.event() instanceof Entry entry
                ? entry.entryId().value()
                : recorded.commandId().value();
    }

    private static UUID header(RecordedEvent recorded) {
        return recorded.commandId().value();
    }

    private boolean isInError(UUID target) {
        return mark(target) != null;
    }

    /** The last known mark of a target that is not itself in error. */
    private @Nullable RecordedEvent mark(UUID target) {
        RecordedEvent last = null;
        for (RecordedEvent recorded : known()) {
            if (recorded.event() instanceof EntryMarkedInError mark
                    && mark.target().value().equals(target)
                    && !isInError(mark.commandId().value())) {
                last = recorded;
            }
        }
        return last;
    }

    private @Nullable RecordedEvent amendment(UUID target) {
        RecordedEvent last = null;
        for (RecordedEvent recorded : known()) {
            if (recorded.event() instanceof EntryAmended amended
                    && amended.target().value().equals(target)
                    && !isInError(amended.commandId().value())) {
                last = recorded;
            }
        }
        return last;
    }

    private CaseEvent reads(RecordedEvent recorded) {
        RecordedEvent amendment = amendment(id(recorded));
        return amendment != null && amendment.event() instanceof EntryAmended amended
                ? amended.replacement()
                : (CaseEvent) recorded.event();
    }

    private Instant place(RecordedEvent recorded) {
        if (recorded.event() instanceof Entry) {
            for (RecordedEvent other : stream) {
                if (other.commandId().equals(recorded.commandId())) {
                    return place(other);
                }
            }
        }
        return switch (reads(recorded)) {
            case SessionHeld held -> held.occurredAt();
            case OwnEntriesWritten written -> written.occurredAt();
            case CareCoordinatorAssigned assigned -> startOf(assigned.from());
            case CaseTransferred transferred -> startOf(transferred.on());
            default -> recorded.occurredAt();
        };
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(CaseStory.LONDON).toInstant();
    }

    private @Nullable Long changedAt(RecordedEvent recorded) {
        List<RecordedEvent> changes = new ArrayList<>();
        add(changes, mark(id(recorded)));
        add(changes, amendment(id(recorded)));
        if (recorded.event() instanceof Entry) {
            boolean moved = !place(recorded).equals(recorded.occurredAt());
            if (moved || isInError(header(recorded))) {
                add(changes, mark(header(recorded)));
                add(changes, amendment(header(recorded)));
            }
        }
        return changes.stream().map(RecordedEvent::position).max(Long::compare).orElse(null);
    }

    private static void add(List<RecordedEvent> changes, @Nullable RecordedEvent change) {
        if (change != null) {
            changes.add(change);
        }
    }

    private List<String> disagreements(RecordedEvent recorded) {
        List<String> views = new ArrayList<>(disagreementsWith(id(recorded)));
        List<RecordedEvent> holding = new ArrayList<>();
        add(holding, amendment(id(recorded)));
        add(holding, mark(id(recorded)));
        holding.forEach(correction -> views.addAll(disagreementsWith(header(correction))));
        return views;
    }

    private List<String> disagreementsWith(UUID target) {
        List<String> views = new ArrayList<>();
        for (RecordedEvent recorded : known()) {
            if (recorded.event() instanceof EntryDisagreedWith disagreed
                    && disagreed.target().value().equals(target)) {
                views.add(standing(recorded) + replies(disagreed));
            }
        }
        return views;
    }

    private List<String> replies(EntryDisagreedWith disagreed) {
        List<String> replies = new ArrayList<>();
        for (RecordedEvent recorded : known()) {
            if (recorded.event() instanceof DisagreementRepliedTo reply
                    && reply.disagreementId().equals(disagreed.commandId())) {
                replies.add(standing(recorded));
            }
        }
        return replies;
    }

    private String standing(RecordedEvent remark) {
        return remark.commandId() + (isInError(header(remark)) ? " IN_ERROR" : " LIVE");
    }
}
