package org.refocusrecord.query.timeline;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.correction.WordsErasureAsked;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.util.List;

/**
 * An event in a few words: codes, parties and numbers, but no name and no text of a person, so that
 * it can be shown to whoever may know that the event is there.
 */
public final class Summary {

    /** The members that say what an event is about, the first that it has. */
    private static final List<String> SAYING =
            List.of(
                    "statement",
                    "description",
                    "purpose",
                    "words",
                    "note",
                    "outcome",
                    "outcomeAgreed",
                    "reason");

    private Summary() {}

    /** What happened. */
    public static String of(CaseEvent event) {
        return switch (event) {
            case SessionHeld held ->
                    Plain.joined(
                            "meeting of "
                                    + Plain.parties(
                                            held.participants().stream()
                                                    .map(Participant::party)
                                                    .toList()),
                            Plain.coded("", held.setting()),
                            Plain.minutes(held.minutes()));
            case OwnEntriesWritten _ -> "written by the service user";
            case Entry entry -> EntrySummary.of(entry);
            case CaseFileEvent fact -> of(fact);
            case CorrectionEvent correction -> of(correction);
        };
    }

    private static String of(CaseFileEvent fact) {
        return switch (fact) {
            case CaseOpened _ -> "case opened";
            case CareCoordinatorAssigned assigned -> Plain.code(assigned.role()) + " assigned";
            case CaseTransferred transferred ->
                    Plain.joined(
                            "transferred to another team",
                            Plain.by("decided by", transferred.decidedBy()));
            case CaseClosed closed ->
                    Plain.joined(
                            "case closed",
                            Plain.code(closed.reason()),
                            Plain.by("decided by", closed.decidedBy()));
            case CaseReopened _ -> "case opened again";
            case DeathNoted _ -> "death noted";
            case CrisisPlanNoted noted ->
                    noted.exists() ? "there is a crisis plan" : "there is no crisis plan";
        };
    }

    private static String of(CorrectionEvent correction) {
        return switch (correction) {
            case EntryAmended amended ->
                    Plain.joined("amended", Plain.coded("", amended.because()));
            case EntryMarkedInError mark ->
                    Plain.joined("marked in error", Plain.coded("", mark.because()));
            case EntryDisagreedWith disagreed ->
                    "disagreement of " + Plain.person(disagreed.party());
            case DisagreementRepliedTo reply ->
                    "reply of " + Plain.person(reply.party()) + " to a disagreement";
            case WordsErasureAsked asked ->
                    Plain.joined("erasure asked for", Plain.code(asked.grounds()));
            case WordsErased _ -> "words erased";
        };
    }

    /** The one text that says it; null where several do, or none. */
    public static @Nullable Words text(Event event) {
        RecordShape shape = RecordShape.of(event.getClass());
        for (String name : SAYING) {
            Member member = shape.member(name);
            if (member != null && member.of(event) instanceof Words words) {
                return words;
            }
        }
        return null;
    }
}
