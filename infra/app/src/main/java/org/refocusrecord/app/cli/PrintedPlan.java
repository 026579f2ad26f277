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
import java.time.ZoneOffset;
import java.util.List;

/**
 * Prints the plan that evidence makes, as it stood at two moments.
 *
 * @param asOf what had happened by then, a day or a moment; null: no bound
 * @param knownAt what had been recorded by then; null: all that the evidence shows
 * @param file where it is written to as well; null: nowhere
 */
record PrintedPlan(@Nullable String asOf, @Nullable String knownAt, @Nullable Path file) {

    /** Refuses what is no moment, before anything is read: which zone it is in matters later. */
    PrintedPlan {
        requireMoment("--as-of", asOf);
        requireMoment("--known-at", knownAt);
    }

    private static void requireMoment(String option, @Nullable String text) {
        if (text != null && QueryClock.end(text, ZoneOffset.UTC) == null) {
            throw new Hindrance(
                    "%s is neither a day (2011-03-31) nor a moment with its zone".formatted(option)
                            + " (2011-03-31T12:00:00Z).");
        }
    }

    /** Whether somebody asked for more than the verdict. */
    boolean isAskedFor() {
        return asOf != null || knownAt != null || file != null;
    }

    void of(EvidencePlan plans) {
        Instant known = known(plans);
        if (known != null && known.isAfter(plans.noted())) {
            throw new Hindrance(
                    "The evidence shows what was known until %s, and nothing of what was later."
                            .formatted(Instants.text(plans.noted())));
        }
        List<String> outline;
        byte[] json;
        try {
            CarePlan plan =
                    plans.at(asOf == null ? null : QueryClock.end(asOf, plans.zone()), known);
            outline = plans.outline(plan);
            json = plans.json(plan);
        } catch (RuntimeException notACase) {
            // A log that somebody made up may make a plan in the end and none before.
            throw new Hindrance(
                    "The events make no care plan at that time (%s)."
                            .formatted(notACase.getClass().getName()));
        }
        Terminal.result("");
        outline.forEach(Terminal::result);
        if (file != null) {
            write(file, json);
        }
    }

    /** The day of the evidence ended with it. */
    private @Nullable Instant known(EvidencePlan plans) {
        return knownAt == null ? null : new QueryClock(plans.noted(), plans.zone()).end(knownAt);
    }

    private static void write(Path file, byte[] json) {
        try {
            Files.write(file, json);
        } catch (IOException disk) {
            throw new Hindrance("%s cannot be written.".formatted(file));
        }
    }
}
