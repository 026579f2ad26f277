package org.refocusrecord.app.faults;

/**
 * The steps of a session on its way from the caller into the log, and from there under the seal.
 */
enum Step {
    REQUEST_HALF_SENT(Reach.NODE),
    APPEND_NOT_SENT(Reach.NODE),
    APPEND_HALF_SENT(Reach.NODE),
    AWAITING_THE_LOCK(Reach.DATABASE),
    UNDER_THE_LOCK(Reach.DATABASE),
    KEYS_WRITTEN(Reach.DATABASE),
    EVENTS_HALF_WRITTEN(Reach.DATABASE),
    EVENTS_WRITTEN(Reach.DATABASE),
    COMMITTING(Reach.DATABASE),
    COMMITTED(Reach.LOG),
    HALF_ANSWERED(Reach.LOG),
    ANSWERED_TO_THE_NODE(Reach.LOG),
    ANSWERED_ON_THE_WAY_TO_THE_CALLER(Reach.LOG),
    ACKNOWLEDGED(Reach.SEAL),
    TREE_GROWING(Reach.SEAL),
    CHECKPOINT_BEING_SIGNED(Reach.SEAL);

    /** How far it has come. */
    private enum Reach {
        /** The database has not got it. */
        NODE,
        /** The database has got it, and has not committed it. */
        DATABASE,
        /** It is recorded, and the caller does not know. */
        LOG,
        /** The caller knows. */
        SEAL
    }

    private final Reach reach;

    Step(Reach reach) {
        this.reach = reach;
    }

    /** Whether the caller has been told before anybody is struck. */
    boolean isAcknowledged() {
        return reach == Reach.SEAL;
    }

    /** Whether it is recorded after this one was struck here, before anybody sends it again. */
    boolean isRecordedAfter(Victim struck) {
        return switch (reach) {
            case LOG, SEAL -> true;
            case NODE -> false;
            // A process of the database goes on, whatever has become of who asked it.
            case DATABASE -> struck == Victim.NODE || struck == Victim.LINE;
        };
    }
}
