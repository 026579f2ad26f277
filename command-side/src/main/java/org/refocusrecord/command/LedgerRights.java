package org.refocusrecord.command;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.log.LogEvent;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;

import java.util.UUID;

/**
 * Who may correct what is recorded about a team or a study: what an administrator recorded only an
 * administrator, all else a leader, too.
 *
 * <p>The log keeps accounts and no roles, so an administrator is known by the works: whatever bears
 * no worker's name but that of somebody else's account, and all that was posted by an account that
 * also registered or allocated, as only administrators do.
 */
final class LedgerRights {

    private LedgerRights() {}

    /** Whether the caller may correct it; true of what is not there, which is refused as such. */
    static <E extends Event> boolean mayCorrect(Ledger<E> ledger, Posting posting, UUID id) {
        Ledger.Line<E> target = ledger.byId().get(id);
        if (target == null) {
            return true;
        }
        boolean own = isOwn(posting, target);
        boolean staffs =
                !isAdministrators(ledger.root(target).event())
                        && !isOfAdministrator(ledger, target.postedBy())
                        && (own || target.recordedBy().party() != Party.OTHER);
        return switch (posting.right()) {
            case ADMIN -> true;
            case TEAM_LEADER, CLINICAL_SYSTEM -> staffs;
            case WORKER -> staffs && own;
            case SERVICE_USER -> false;
        };
    }

    private static boolean isOwn(Posting posting, Ledger.Line<?> target) {
        return posting.isWorker(target.recordedBy())
                || target.recordedBy().equals(new Person(Party.OTHER, posting.postedBy()));
    }

    private static boolean isOfAdministrator(Ledger<?> ledger, String account) {
        return ledger.inOrder().stream()
                .anyMatch(
                        line -> line.postedBy().equals(account) && isAdministrators(line.event()));
    }

    private static boolean isAdministrators(Event event) {
        return switch (event) {
            case TeamRegistered _ -> true;
            case TeamAllocated _ -> true;
            case TeamEvent _ -> false;
            case StudyEvent _ -> true;
            case CaseEvent _, LogEvent _ -> false;
        };
    }
}
