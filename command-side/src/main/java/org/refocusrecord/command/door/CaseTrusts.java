package org.refocusrecord.command.door;

import org.refocusrecord.command.Loading;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.events.CaseId;

import java.util.Optional;

/** Of which trust a case is, for whoever may write for several. */
public final class CaseTrusts {

    private final StateDoor states;

    /** As the states of cases say. */
    public CaseTrusts(StateDoor states) {
        this.states = states;
    }

    /** A case's trust, which never changes; empty where no case of that id was opened. */
    public Optional<String> of(CaseId caseId) {
        CaseState.Opened kept = states.caseOf(caseId, Loading.AS_KEPT).opened();
        CaseState.Opened opened = kept == null ? states.caseOf(caseId).opened() : kept;
        return Optional.ofNullable(opened).map(CaseState.Opened::trust);
    }
}
