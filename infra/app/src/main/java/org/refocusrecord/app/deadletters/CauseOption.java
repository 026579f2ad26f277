package org.refocusrecord.app.deadletters;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.web.problem.ProblemCode;

import picocli.CommandLine.Option;

/** Of what cause the dead letters are that are meant. */
final class CauseOption {

    @Option(
            names = "--cause",
            paramLabel = "CODE",
            description = "Only those of this cause, such as json.not-readable.")
    private @Nullable String code;

    /** Its code; null: any. */
    @Nullable String code() {
        if (code != null && !ProblemCode.isCode(code)) {
            throw new Hindrance(
                    ("'%s' is no code: the list has that of each dead letter, and the server all of"
                                    + " them, at /problems.")
                            .formatted(code));
        }
        return code;
    }

    boolean isGiven() {
        return code != null;
    }
}
