package org.refocusrecord.web.reading;

import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a body; of a body with nothing but faults not every last one. */
final class Faults {

    private static final int MOST_TOLD = 5_000;

    private final List<Fault> told = new ArrayList<>();
    private int count;

    void add(JsonPlace place, ProblemCode code, String message) {
        add(new Fault(place.pointer(), code, message));
    }

    void add(JsonPlace place, ProblemCode code) {
        add(Fault.at(place.pointer(), code));
    }

    void add(Fault fault) {
        count++;
        if (told.size() < MOST_TOLD) {
            told.add(fault);
        }
    }

    int count() {
        return count;
    }

    List<Fault> told() {
        return told;
    }
}
