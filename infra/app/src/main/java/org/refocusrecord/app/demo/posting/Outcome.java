package org.refocusrecord.app.demo.posting;

import java.util.List;

/** What became of a post. */
sealed interface Outcome {

    /** It was recorded now. */
    record Recorded() implements Outcome {}

    /** It had been recorded before, and nothing was added. */
    record Repeated() implements Outcome {}

    /**
     * It was refused.
     *
     * @param code the problem's code
     * @param faults where, and why
     */
    record Refused(String code, List<String> faults) implements Outcome {}
}
