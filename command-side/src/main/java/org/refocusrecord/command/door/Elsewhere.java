package org.refocusrecord.command.door;

import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.study.ConsentStated;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyEntryAmended;
import org.refocusrecord.events.study.StudyEntryMarkedInError;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.study.StudyRegistered;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.events.team.PartnershipProjectMoved;
import org.refocusrecord.events.team.StaffMoved;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamMeasureAnswered;
import org.refocusrecord.events.team.TeamRegistered;
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
            case CareCoordinatorAssigned _,
                    CaseClosed _,
                    CaseReopened _,
                    DeathNoted _,
                    CrisisPlanNoted _ ->
                    List.of();
            case SessionHeld _, OwnEntriesWritten _, Entry _, CorrectionEvent _ -> List.of();
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
        return switch (fact) {
            case TeamAllocated allocated -> study(allocated.studyId());
            case TeamRegistered _,
                    StaffMoved _,
                    ImplementationSessionHeld _,
                    PartnershipProjectMoved _,
                    TeamMeasureAnswered _,
                    DataGapDeclared _ ->
                    List.of();
            case TeamEntryAmended _, TeamEntryMarkedInError _ -> List.of();
        };
    }

    private List<Refusal> study(StudyId studyId) {
        return states.study(studyId).isRegistered()
                ? List.of()
                : List.of(new Refusal.ReferenceUnknown("/studyId", studyId.value()));
    }

    /** Of a study: the case that takes part, which is of the caller's trust. */
    List<Refusal> missing(StudyEvent fact, Caller caller) {
        return switch (fact) {
            case ConsentStated consent -> caseOf(caller, consent.caseId());
            case StudyRegistered _, DefinitionPublished _ -> List.of();
            case StudyEntryAmended _, StudyEntryMarkedInError _ -> List.of();
        };
    }

    private List<Refusal> caseOf(Caller caller, CaseId caseId) {
        CaseState.Opened opened = states.caseOf(caseId).opened();
        return opened != null && ScopeDoor.isOfTrust(caller, opened.trust())
                ? List.of()
                : List.of(new Refusal.ReferenceUnknown("/caseId", caseId.value()));
    }
}
