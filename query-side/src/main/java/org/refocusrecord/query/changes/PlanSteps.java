package org.refocusrecord.query.changes;

import java.util.SequencedMap;

/** A plan that goes on event by event; each step may change it. */
interface PlanSteps {

    /** Whether there is another step up to the end that was asked for. */
    boolean hasNext();

    /** The number of the next step; the same for ever, as known at the same moment. */
    int number();

    /** Takes the next step. */
    Cause next();

    /** The items of the plan as they stand after the steps that were taken. */
    SequencedMap<ItemKey, Object> items();
}
