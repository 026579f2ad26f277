package org.refocusrecord.web.problem;

import java.util.List;

/** Carries a problem to the edge, where it becomes the answer. It is expected: no stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /** Carries this problem. */
    public ProblemException(Problem problem) {
        super(problem.code().code(), null, false, false);
        this.problem = problem;
    }

    /** Carries a problem with the request as a whole. */
    public ProblemException(ProblemCode code) {
        this(Problem.of(code));
    }

    /** Carries a problem of one fault. */
    public ProblemException(Fault fault) {
        this(Problem.of(List.of(fault)));
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }
}
