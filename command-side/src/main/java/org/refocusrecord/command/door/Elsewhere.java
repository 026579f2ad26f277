package org.refocusrecord.command.door;

import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.study.ConsentStated;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.security.Caller;

import java.util.List;

/**
 * What a fact names in other streams must be there, whether it is new or replaces another. What is
 * in error is still there; what is of another trust looks as if it were not.
 */
public final class Elsewhere {

    private final StateDoor states;

    /** In these streams. */
    public Elsewhere(StateDoor states) {
        this.states = states;
    }

    /** Of a case of that trust: the team to which it goes. */
    List<Refusal> missing(CaseEvent fact, String trust) {
        return switch (fact) {
            case CaseOpened opened -> team("/teamId", opened.teamId(), trust);
            case CaseTransferred transfer -> team("/toTeamId", transfer.toTeamId(), trust);
            default -> List.of();
        };
    }

    private List<Refusal> team(String pointer, TeamId teamId, String trust) {
        return states.team(teamId)
                        .registered()
                        .filter(known -> known.trust().equals(trust))
                        .isPresent()
                ? List.of()
                : List.of(new Refusal.ReferenceUnknown(pointer, teamId.value()));
    }

    /** Of a team: the study to which it is allocated. */
    List<Refusal> missing(TeamEvent fact) {
        return fact instanceof TeamAllocated allocated
                        && !states.study(allocated.studyId()).isRegistered()
                ? List.of(new Refusal.ReferenceUnknown("/studyId", allocated.studyId().value()))
                : List.of();
    }

    /** Of a study: the case that takes part, which is of the caller's trust. */
    List<Refusal> missing(StudyEvent fact, Caller caller) {
        return fact instanceof ConsentStated consent && !isCaseOf(caller, consent)
                ? List.of(new Refusal.ReferenceUnknown("/caseId", consent.caseId().value()))
                : List.of();
    }

    private boolean isCaseOf(Caller caller, ConsentStated consent) {
        CaseState.Opened opened = states.caseOf(consent.caseId()).opened();
        return opened != null && ScopeDoor.isOfTrust(caller, opened.trust());
    }
}
