package org.refocusrecord.query.careplan;

import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionChanged;
import org.refocusrecord.events.careaction.CareActionEvent;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.query.history.Fact;

import java.util.List;

/** The care actions of one person outside any goal. */
final class ActionsFold {

    private final Items<ActionFold> actions;

    ActionsFold(Include include) {
        this.actions = new Items<>(include);
    }

    void bring(CareActionEvent event, Fact fact) {
        if (event instanceof CareActionAdded added) {
            actions.bring(fact, added.actionId(), trace -> new ActionFold(trace, added));
        }
    }

    void after(CareActionEvent event, Fact fact) {
        switch (event) {
            case CareActionAdded added -> actions.madeBy(fact, added.actionId());
            case CareActionChanged changed -> {
                ActionFold action = actions.madeBy(fact, changed.actionId());
                if (action != null) {
                    action.after(changed);
                }
            }
            case CareActionRemoved removed -> {
                ActionFold action = actions.madeBy(fact, removed.actionId());
                if (action != null) {
                    action.after(removed);
                }
            }
        }
    }

    List<PlanAction> actions() {
        return actions.shown(ActionFold::view);
    }
}
