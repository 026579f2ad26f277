package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.EntryMarkedInError;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of things recorded, as far as it was known.
 *
 * <p>Folded latest first: whatever takes a correction back was recorded after it, so that it is
 * known to be taken back before it is met. Of several live amendments the one met first holds.
 */
final class Corrections {

    private final Map<AnyId, RecordedEvent> marks = new HashMap<>();
    private final Map<AnyId, RecordedEvent> amendments = new HashMap<>();
    private final Map<AnyId, List<Disagreement>> disagreements = new HashMap<>();
    private final Map<CommandId, List<Reply>> replies = new HashMap<>();

    private Corrections() {}

    static Corrections in(List<RecordedEvent> known) {
        Corrections corrections = new Corrections();
        known.reversed().forEach(corrections::met);
        // Whoever disagreed first is shown first.
        corrections.disagreements.replaceAll((_, views) -> List.copyOf(views.reversed()));
        return corrections;
    }

    private void met(RecordedEvent recorded) {
        switch (recorded.event()) {
            case EntryMarkedInError mark when isLive(mark.commandId()) ->
                    marks.putIfAbsent(mark.target(), recorded);
            case EntryAmended amended when isLive(amended.commandId()) ->
                    amendments.putIfAbsent(amended.target(), recorded);
            case EntryDisagreedWith disagreed ->
                    disagreements
                            .computeIfAbsent(disagreed.target(), _ -> new ArrayList<>())
                            .add(disagreement(disagreed, recorded));
            case DisagreementRepliedTo reply ->
                    replies.computeIfAbsent(reply.disagreementId(), _ -> new ArrayList<>())
                            .add(reply(reply, recorded));
            default -> {}
        }
    }

    private Disagreement disagreement(EntryDisagreedWith disagreed, RecordedEvent recorded) {
        return new Disagreement(
                disagreed.commandId(),
                disagreed.party(),
                disagreed.words(),
                List.copyOf(replies.getOrDefault(disagreed.commandId(), List.of()).reversed()),
                recorded.recordedAt(),
                standing(disagreed.commandId()));
    }

    private Reply reply(DisagreementRepliedTo reply, RecordedEvent recorded) {
        return new Reply(
                reply.commandId(),
                reply.party(),
                reply.words(),
                recorded.recordedAt(),
                standing(reply.commandId()));
    }

    private boolean isLive(CommandId id) {
        return !marks.containsKey(new AnyId(id.value()));
    }

    /** Whether a correction, disagreement or reply still holds. */
    Standing standing(CommandId id) {
        return isLive(id) ? Standing.LIVE : Standing.IN_ERROR;
    }

    /** The mark that takes a target out, if one stands. */
    @Nullable RecordedEvent mark(AnyId target) {
        return marks.get(target);
    }

    /** The amendment of a target that holds. */
    @Nullable RecordedEvent amendment(AnyId target) {
        return amendments.get(target);
    }

    /** Who sees a target otherwise, or the corrections of it that hold. */
    List<Disagreement> disagreements(AnyId target, List<RecordedEvent> holding) {
        List<Disagreement> views = disagreements.getOrDefault(target, List.of());
        for (RecordedEvent correction : holding) {
            List<Disagreement> more =
                    disagreements.getOrDefault(
                            new AnyId(correction.commandId().value()), List.of());
            if (!more.isEmpty()) {
                views = new ArrayList<>(views);
                views.addAll(more);
            }
        }
        return List.copyOf(views);
    }
}
