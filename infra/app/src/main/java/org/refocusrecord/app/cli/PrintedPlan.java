package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.evidence.EvidencePlan;
import org.refocusrecord.web.json.Instants;
import org.refocusrecord.web.query.QueryClock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Prints the plan that evidence makes, as it stood at two moments. */
final class PrintedPlan {

    private final EvidencePlan plans;

    PrintedPlan(EvidencePlan plans) {
        this.plans = plans;
    }

    void print(@Nullable String asOf, @Nullable String knownAt, @Nullable Path file) {
        Instant known = moment("--known-at", knownAt);
        if (known != null && known.isAfter(plans.noted())) {
            throw new Hindrance(
                    "The evidence shows what was known until %s, and nothing of what was later."
                            .formatted(Instants.text(plans.noted())));
        }
        CarePlan plan = plans.at(moment("--as-of", asOf), known);
        Terminal.result("");
        plans.outline(plan).forEach(Terminal::result);
        if (file != null) {
            write(file, plans.json(plan));
        }
    }

    /** A day means its end, as in the service. */
    private @Nullable Instant moment(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant moment = new QueryClock(Instant.EPOCH, plans.zone()).end(text);
        if (moment == null) {
            throw new Hindrance(
                    "%s is neither a day (2011-03-31) nor a moment with its zone".formatted(option)
                            + " (2011-03-31T12:00:00Z).");
        }
        return moment;
    }

    private static void write(Path file, byte[] json) {
        try {
            Files.write(file, json);
        } catch (IOException disk) {
            throw new Hindrance("%s cannot be written.".formatted(file));
        }
    }
}
