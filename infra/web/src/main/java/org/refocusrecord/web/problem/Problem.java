package org.refocusrecord.web.problem;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * Why a request was not done: an answer in the form of RFC 9457.
 *
 * @param code the first fault's that has the answer's status
 * @param detail what to do next
 * @param errors every fault, in document order
 * @param retryAfter after how many seconds to ask again
 * @param id by which a fault of ours is found in the service's log
 */
public record Problem(
        ProblemCode code,
        String detail,
        List<Fault> errors,
        @Nullable Integer retryAfter,
        @Nullable String id) {

    private static final int SECONDS_TO_WAIT = 1;

    /** A problem with the request as a whole. */
    public static Problem of(ProblemCode code) {
        return of(List.of(Fault.at("", code)));
    }

    /**
     * A problem of all faults of one stage, in document order. The answer has the lowest status
     * among them, so that what cannot be read comes before what is taken, and that before what a
     * rule refuses.
     */
    public static Problem of(List<Fault> faults) {
        ProblemCode code =
                faults.stream()
                        .map(Fault::code)
                        .min(Comparator.comparingInt(ProblemCode::status))
                        .orElseThrow(() -> new IllegalArgumentException("no faults"));
        Integer retryAfter = asksAgain(code) ? SECONDS_TO_WAIT : null;
        return new Problem(code, code.advice(), List.copyOf(faults), retryAfter, null);
    }

    /** A fault of ours, to be found in the log under an id, and nothing else. */
    public static Problem fault(String id) {
        ProblemCode code = ProblemCode.FAULT;
        return new Problem(code, code.advice(), List.of(), null, id);
    }

    /** The same problem, with another time to wait. */
    public Problem retryAfter(int seconds) {
        return new Problem(code, detail, errors, seconds, id);
    }

    /** The same problem where the body stands within something else, at this pointer. */
    public Problem within(String pointer) {
        List<Fault> moved =
                errors.stream()
                        .map(fault ->
                                new Fault(pointer + fault.pointer(), fault.code(), fault.message()))
                        .toList();
        return new Problem(code, detail, moved, retryAfter, id);
    }

    /** The HTTP status of the answer. */
    public int status() {
        return code.status();
    }

    private static boolean asksAgain(ProblemCode code) {
        return code.status() == 429 || code.status() == 503;
    }
}
