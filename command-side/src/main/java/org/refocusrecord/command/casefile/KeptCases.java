package org.refocusrecord.command.casefile;

/** Takes in the state of a case after a command was recorded. */
@FunctionalInterface
public interface KeptCases {

    /**
     * Keeps it, for the next command of the same stream.
     *
     * @param position of its last event in the log
     */
    void keep(String stream, CaseState state, long position);
}
