package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.correction.WordsErasureAsked;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Something said about what was recorded: a correction, disagreement, reply or erasure.
 *
 * @param recorded the event as it was recorded
 * @param event what was said
 * @param standing {@link Standing#IN_ERROR} where it was taken back
 */
public record Remark(RecordedEvent recorded, CorrectionEvent event, Standing standing) {

    /**
     * Those about some events, about what was said of these, and so on: a correction, and the
     * correction that took it back.
     *
     * @param remarks in the order of recording
     */
    public static List<Remark> about(List<RecordedEvent> events, List<Remark> remarks) {
        Set<AnyId> met = new HashSet<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof CaseEvent event) {
                met.add(Ids.of(event));
            }
        }
        List<Remark> about = new ArrayList<>();
        for (Remark remark : remarks) {
            AnyId target = remark.target();
            if (target != null && met.contains(target)) {
                met.add(Ids.of(remark.event));
                about.add(remark);
            }
        }
        return List.copyOf(about);
    }

    /**
     * What it is about: an entry, a session or a command. Null for erasures, which are told by the
     * texts that they leave.
     */
    public @Nullable AnyId target() {
        return switch (event) {
            case EntryAmended amended -> amended.target();
            case EntryMarkedInError mark -> mark.target();
            case EntryDisagreedWith disagreed -> disagreed.target();
            case DisagreementRepliedTo reply -> new AnyId(reply.disagreementId().value());
            case WordsErasureAsked _, WordsErased _ -> null;
        };
    }
}
