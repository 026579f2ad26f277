package org.refocusrecord.command.door;

import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.reading.PointerOrder;

import java.util.List;

/** Ends a stage in which something is wrong with a body. */
final class Faulty {

    private Faulty() {}

    static void throwIfAny(Received received, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    Problem.of(PointerOrder.sorted(received.body().tree(), faults)));
        }
    }
}
