package org.refocusrecord.query.changes;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.PlanContract;
import org.refocusrecord.query.careplan.PlanGoal;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The items of a care plan, each by its key, in the order of the plan. */
final class PlanItems {

    private final SequencedMap<ItemKey, Object> items = new LinkedHashMap<>();

    private PlanItems() {}

    static SequencedMap<ItemKey, Object> of(CarePlan plan) {
        PlanItems items = new PlanItems();
        String caseId = plan.caseId().toString();
        items.one(ItemKind.CARE_COORDINATOR, caseId, plan.careCoordinator());
        items.one(ItemKind.KEY_WORKER, caseId, plan.keyWorker());
        plan.values().forEach(each -> items.one(ItemKind.VALUE, each.valueId(), each));
        plan.preferences()
                .forEach(each -> items.one(ItemKind.PREFERENCE, each.preferenceId(), each));
        plan.strengths().forEach(each -> items.one(ItemKind.STRENGTH, each.strengthId(), each));
        plan.aspirations()
                .forEach(each -> items.one(ItemKind.ASPIRATION, each.aspirationId(), each));
        plan.practices().forEach(each -> items.one(ItemKind.PRACTICE, each.practice(), each));
        plan.goals().forEach(items::goal);
        plan.actions().forEach(each -> items.one(ItemKind.ACTION, each.actionId(), each));
        plan.contracts().forEach(items::contract);
        plan.ratings().forEach(each -> items.one(ItemKind.RATING, each.ratingId(), each));
        plan.measures().forEach(each -> items.one(ItemKind.MEASURE, each.measureId(), each));
        items.one(ItemKind.CRISIS_PLAN, caseId, plan.crisisPlan());
        return items.items;
    }

    private void goal(PlanGoal goal) {
        one(ItemKind.GOAL, goal.goalId(), goal);
        goal.concerns().forEach(each -> one(ItemKind.CONCERN, each.entryId(), each));
        goal.steps().forEach(each -> one(ItemKind.STEP, each.stepId(), each));
        goal.reviews().forEach(each -> one(ItemKind.REVIEW, each.entryId(), each));
    }

    private void contract(PlanContract contract) {
        one(ItemKind.CONTRACT, contract.contractId(), contract);
        contract.reviews().forEach(each -> one(ItemKind.CONTRACT_REVIEW, each.entryId(), each));
    }

    private void one(ItemKind kind, Object id, @Nullable Object item) {
        if (item != null) {
            items.put(new ItemKey(kind, id.toString()), item);
        }
    }
}
