package org.refocusrecord.query.history;

import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;

/** The ids by which things recorded are corrected: entries, sessions and commands are one space. */
final class Ids {

    private Ids() {}

    static AnyId of(CaseEvent event) {
        return new AnyId(
                switch (event) {
                    case Entry entry -> entry.entryId().value();
                    case SessionHeld held -> held.sessionId().value();
                    case OwnEntriesWritten written -> written.commandId().value();
                    case CaseFileEvent fact -> fact.commandId().value();
                    case CorrectionEvent correction -> correction.commandId().value();
                });
    }
}
