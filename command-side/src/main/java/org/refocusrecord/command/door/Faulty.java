package org.refocusrecord.command.door;

import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemException;

import java.util.List;

/** Ends a stage in which something is wrong. */
final class Faulty {

    private Faulty() {}

    static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
    }
}
