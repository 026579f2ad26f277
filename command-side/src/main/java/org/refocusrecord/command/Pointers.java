package org.refocusrecord.command;

import org.refocusrecord.command.Refusal.ApprovalSamePerson;
import org.refocusrecord.command.Refusal.Broken;
import org.refocusrecord.command.Refusal.EntryInError;
import org.refocusrecord.command.Refusal.EntryOthersRestOnIt;
import org.refocusrecord.command.Refusal.IdTaken;
import org.refocusrecord.command.Refusal.LateReasonMissing;
import org.refocusrecord.command.Refusal.NotReadable;
import org.refocusrecord.command.Refusal.NotThere;
import org.refocusrecord.command.Refusal.PartyNotClear;
import org.refocusrecord.command.Refusal.RecordedByNotYou;
import org.refocusrecord.command.Refusal.ReferenceUnknown;
import org.refocusrecord.command.Refusal.ReferenceWrongKind;
import org.refocusrecord.command.Refusal.RoleNotEnough;
import org.refocusrecord.command.Refusal.TimeBeforeReference;
import org.refocusrecord.command.Refusal.VersionStale;

/** Moves a refusal's pointer from within an entry to the whole body. */
public final class Pointers {

    private Pointers() {}

    /** The same refusal, with its pointer under {@code prefix}. */
    public static Refusal within(String prefix, Refusal refusal) {
        String at = prefix + refusal.pointer();
        return switch (refusal) {
            case NotThere r -> new NotThere(at, r.code());
            case RoleNotEnough _ -> new RoleNotEnough(at);
            case RecordedByNotYou _ -> new RecordedByNotYou(at);
            case ApprovalSamePerson _ -> new ApprovalSamePerson(at);
            case VersionStale r -> r;
            case NotReadable r -> new NotReadable(at, r.code(), r.message());
            case IdTaken r -> new IdTaken(at, r.id());
            case ReferenceUnknown r -> new ReferenceUnknown(at, r.id());
            case ReferenceWrongKind r -> new ReferenceWrongKind(at, r.id());
            case TimeBeforeReference r -> new TimeBeforeReference(at, r.place(), r.reference());
            case LateReasonMissing r -> r;
            case PartyNotClear r -> new PartyNotClear(at, r.code(), r.party());
            case Broken r -> new Broken(at, r.rule());
            case EntryInError r -> new EntryInError(at, r.id());
            case EntryOthersRestOnIt r -> new EntryOthersRestOnIt(at, r.others());
        };
    }
}
