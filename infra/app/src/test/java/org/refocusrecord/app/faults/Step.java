package org.refocusrecord.app.faults;

/**
 * The steps of a session on its way from the caller into the log, and from there under the seal.
 */
enum Step {
    REQUEST_HALF_SENT(Reach.NODE),
    APPEND_NOT_SENT(Reach.NODE),
    APPEND_HALF_SENT(Reach.NODE),
    AWAITING_THE_LOCK(Reach.TRANSACTION),
    UNDER_THE_LOCK(Reach.TRANSACTION),
    KEYS_WRITTEN(Reach.TRANSACTION),
    EVENTS_HALF_SENT(Reach.TRANSACTION),
    EVENTS_HALF_WRITTEN(Reach.TRANSACTION),
    EVENTS_WRITTEN(Reach.TRANSACTION),
    COMMIT_NOT_SENT(Reach.TRANSACTION),
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
        /** The database has got some of it, and has not been told that this is all. */
        TRANSACTION,
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

    /** Whether the database knows only a part of what goes in several. */
    boolean isWithinATransaction() {
        return reach == Reach.TRANSACTION;
    }

    /**
     * Whether it is recorded after this one was struck here, before anybody sends it again. What is
     * one call for the database has no parts that could be missing.
     */
    boolean isRecordedAfter(Victim struck, boolean isOneCall) {
        return switch (reach) {
            case LOG, SEAL -> true;
            case NODE -> false;
            case TRANSACTION -> isOneCall && goesOn(struck);
            case DATABASE -> goesOn(struck);
        };
    }

    /** A process of the database goes on, whatever has become of who asked it. */
    private static boolean goesOn(Victim struck) {
        return struck == Victim.NODE || struck == Victim.LINE;
    }
}
