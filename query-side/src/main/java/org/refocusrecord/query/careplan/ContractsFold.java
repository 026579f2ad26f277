package org.refocusrecord.query.careplan;

import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingContractAmended;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.coaching.CoachingContractReviewed;
import org.refocusrecord.events.coaching.CoachingConversationHeld;
import org.refocusrecord.events.coaching.CoachingEvent;
import org.refocusrecord.query.history.Fact;

import java.util.List;
import java.util.function.Consumer;

/** The coaching contracts of one person. */
final class ContractsFold {

    private final Include include;
    private final Items<ContractFold> contracts;

    ContractsFold(Include include) {
        this.include = include;
        this.contracts = new Items<>(include);
    }

    void bring(CoachingEvent event, Fact fact) {
        if (event instanceof CoachingContractAgreed agreed) {
            contracts.bring(
                    fact, agreed.contractId(), trace -> new ContractFold(trace, agreed, include));
        }
    }

    void after(CoachingEvent event, Fact fact) {
        switch (event) {
            case CoachingContractAgreed agreed -> contract(fact, agreed.contractId(), _ -> {});
            case CoachingContractAmended amended ->
                    contract(fact, amended.contractId(), contract -> contract.after(amended));
            case CoachingContractEnded end ->
                    contract(fact, end.contractId(), contract -> contract.after(end, fact));
            case CoachingContractReviewed reviewed -> {
                ContractFold contract = contracts.named(fact, reviewed.contractId());
                if (contract != null) {
                    contract.after(reviewed, fact);
                }
            }
            case CoachingConversationHeld _ -> {}
        }
    }

    private void contract(Fact fact, ContractId id, Consumer<ContractFold> change) {
        ContractFold contract = contracts.madeBy(fact, id);
        if (contract != null) {
            change.accept(contract);
        }
    }

    List<PlanContract> contracts() {
        return contracts.shown(ContractFold::view);
    }
}
