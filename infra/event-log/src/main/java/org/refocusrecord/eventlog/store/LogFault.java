package org.refocusrecord.eventlog.store;

/**
 * The database refused what should have been possible: a bug, or a broken log. Names what it was,
 * never what was in it.
 */
public final class LogFault extends RuntimeException {
    private final String sqlState;

    LogFault(String sqlState, String what) {
        super("The log's database refused (" + sqlState + "): " + what);
        this.sqlState = sqlState;
    }

    /**
     * Whether something in what was sent is the reason, so that another append may well stand: a
     * value, a constraint, a rule of the log's own functions.
     */
    boolean isOfWhatWasSent() {
        return sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("RR");
    }

    /** Whether new keys are to be wrapped by another master key than they were. */
    public boolean isOfTheMasterKey() {
        return sqlState.equals("RR004");
    }

    /** The five characters that PostgreSQL calls the error by. */
    public String sqlState() {
        return sqlState;
    }
}
