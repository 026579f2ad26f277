package org.refocusrecord.eventlog.store;

/** The words in which the database says what becomes of a command. */
final class Outcomes {
    static final String APPENDED = "appended";

    private Outcomes() {}

    /** Of a command that does not stand. */
    static AppendResult notAppended(String outcome) {
        return switch (outcome) {
            case "repeated" -> new AppendResult.AlreadyRecorded();
            case "version" -> new AppendResult.VersionConflict();
            case "key" -> new AppendResult.KeyGone();
            default -> throw new IllegalStateException("The append answered " + outcome);
        };
    }
}
