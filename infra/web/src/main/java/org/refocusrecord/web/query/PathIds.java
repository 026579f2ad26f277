package org.refocusrecord.web.query;

import org.refocusrecord.events.Id;
import org.refocusrecord.web.json.Uuids;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.util.UUID;
import java.util.function.Function;

/** Reads the ids of a path. What is no id names nothing: the same answer as for an unknown one. */
public final class PathIds {

    private PathIds() {}

    /** The id, or the problem of that code. */
    public static <T extends Id> T of(String text, Function<UUID, T> maker, ProblemCode unknown) {
        UUID id = Uuids.uuid(text);
        if (id == null) {
            throw new ProblemException(unknown);
        }
        return maker.apply(id);
    }
}
