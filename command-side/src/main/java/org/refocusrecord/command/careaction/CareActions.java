package org.refocusrecord.command.careaction;

import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionChanged;
import org.refocusrecord.events.careaction.CareActionEvent;
import org.refocusrecord.events.careaction.CareActionRemoved;

/** Care plan actions outside any goal. */
public final class CareActions {

    private static final String ID = "/actionId";

    private CareActions() {}

    /** What an entry about care actions brings and names. */
    public static Bearing bearing(CareActionEvent event) {
        return switch (event) {
            case CareActionAdded e ->
                    Bearing.of()
                            .brings(ID, ItemKind.ACTION, e.actionId())
                            .arisesFrom(e.arisesFrom())
                            .done();
            case CareActionChanged e ->
                    Bearing.of()
                            .names(ID, ItemKind.ACTION, e.actionId())
                            .arisesFrom(e.arisesFrom())
                            .done();
            case CareActionRemoved e ->
                    Bearing.of().names(ID, ItemKind.ACTION, e.actionId()).done();
        };
    }
}
