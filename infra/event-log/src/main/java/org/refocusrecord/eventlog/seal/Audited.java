package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;

import java.util.SortedSet;

/**
 * What an audit of a whole log has found.
 *
 * @param head how many events the log had when it began
 * @param events how many of them were read, from the first on: all, unless something did not fit
 * @param sealed how many events the kept tree is over, also where fewer were read
 * @param signed how many events the newest checkpoint is over, as the log keeps it; 0: it keeps
 *     none. Whether it was signed so is checked where the audit came so far
 * @param checkpoints how many signed checkpoints were held against them
 * @param believed the keys of checkpoints that had to be believed, since none was given
 * @param headsAt up to which position the last event of every stream was counted again; 0: the log
 *     has noted none
 * @param misfit the first thing that does not fit; null: all fits
 */
public record Audited(
        long head,
        long events,
        long sealed,
        long signed,
        long checkpoints,
        SortedSet<String> believed,
        long headsAt,
        @Nullable Misfit misfit) {

    /**
     * Something that does not fit, and nothing before it was found that does not.
     *
     * @param position where it stands, or where it is missing
     * @param what what is wrong there
     */
    public record Misfit(long position, String what) {}

    /** Whether the log is the one that was sealed and signed. */
    public boolean isSound() {
        return misfit == null;
    }
}
