package org.refocusrecord.web.reading;

import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemException;

import java.util.List;

/** What came of reading: a value, or everything that is wrong. */
public sealed interface Reading<T> {

    /** It could be read. */
    record Read<T>(T value) implements Reading<T> {}

    /** It could not, for all these reasons, in document order. */
    record NotReadable<T>(List<Fault> faults) implements Reading<T> {}

    /** The value; throws the problem where there is none. */
    default T orProblem() {
        return switch (this) {
            case Read<T>(T value) -> value;
            case NotReadable<T>(List<Fault> faults) ->
                    throw new ProblemException(Problem.of(faults));
        };
    }
}
