package org.refocusrecord.command.door.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.NamedPosts.Named;
import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line as read: the command, or why there is none.
 *
 * @param number from 1
 * @param named the command; null where the line cannot be read
 * @param problem why not; null where it can
 */
record ImportedLine(long number, @Nullable Named named, @Nullable Problem problem) {

    private static final String COMMAND = "command";
    private static final String BODY = "body";

    static ImportedLine of(long number, ImportLines.Line line) {
        try {
            byte[] bytes = line.bytes();
            if (bytes == null) {
                throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
            }
            return new ImportedLine(number, named(StrictJson.parseAround(bytes)), null);
        } catch (ProblemException unreadable) {
            return new ImportedLine(number, null, unreadable.problem());
        }
    }

    private static Named named(JsonBody line) {
        JsonNode tree = line.tree();
        List<Fault> faults = new ArrayList<>();
        if (!tree.isObject()) {
            throw new ProblemException(
                    new Fault("", ProblemCode.FIELD_WRONG_TYPE, "A line is an object."));
        }
        tree.propertyNames().stream()
                .filter(name -> !name.equals(COMMAND) && !name.equals(BODY))
                .forEach(name -> faults.add(Fault.at("/" + name, ProblemCode.FIELD_UNKNOWN)));
        for (String name : List.of(COMMAND, BODY)) {
            if (!tree.has(name) || tree.get(name).isNull()) {
                faults.add(Fault.at("/" + name, ProblemCode.FIELD_MISSING));
            }
        }
        JsonNode command = tree.path(COMMAND);
        if (tree.has(COMMAND) && !command.isNull() && !Named.isKnown(command.asString(""))) {
            faults.add(Fault.at("/" + COMMAND, ProblemCode.VALUE_NOT_ALLOWED));
        }
        faults.addAll(ofLine(line.faults()));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
        return new Named(command.asString(), new JsonBody(tree.get(BODY), ofBody(line.faults())));
    }

    private static List<Fault> ofLine(List<Fault> faults) {
        return faults.stream().filter(fault -> !isOfBody(fault)).toList();
    }

    private static List<Fault> ofBody(List<Fault> faults) {
        return faults.stream()
                .filter(ImportedLine::isOfBody)
                .map(fault ->
                        new Fault(
                                fault.pointer().substring(BODY.length() + 1),
                                fault.code(),
                                fault.message()))
                .toList();
    }

    private static boolean isOfBody(Fault fault) {
        return fault.pointer().startsWith("/" + BODY + "/");
    }

    /** A problem with the body, as one with the line. */
    static Problem ofLine(Problem problem) {
        return problem.within("/" + BODY);
    }

    /** The case that it is about, as far as it can be told. */
    Optional<String> ofCase() {
        return Optional.ofNullable(named).flatMap(Named::ofCase);
    }

    /** Whether it is read, and is about something else than a case. */
    boolean isAlone() {
        return named != null && named.ofCase().isEmpty();
    }
}
