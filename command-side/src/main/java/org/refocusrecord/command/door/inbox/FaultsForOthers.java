package org.refocusrecord.command.door.inbox;

import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is against a record, as others may read it than who sent it: outcomes lie on a topic, and
 * dead letters are shown to administrators. A pointer names members as they were sent, and what was
 * sent as a name may be anything that a person said: a pointer goes as far as its names can be such
 * of a session.
 */
final class FaultsForOthers {

    private static final Pattern NAMES =
            Pattern.compile("(/([A-Za-z][A-Za-z0-9_-]{0,39}|0|[1-9][0-9]{0,5})(?=/|$))*+");

    private FaultsForOthers() {}

    static Problem of(Problem problem) {
        return new Problem(
                problem.code(),
                problem.detail(),
                problem.errors().stream().map(FaultsForOthers::of).toList(),
                problem.retryAfter(),
                problem.id());
    }

    private static Fault of(Fault fault) {
        Matcher names = NAMES.matcher(fault.pointer());
        if (!names.lookingAt() || names.end() == fault.pointer().length()) {
            return fault;
        }
        return new Fault(
                fault.pointer().substring(0, names.end()),
                fault.code(),
                fault.message()
                        + " It stands in here, under a name that is none of a session's and is not"
                        + " repeated.");
    }
}
