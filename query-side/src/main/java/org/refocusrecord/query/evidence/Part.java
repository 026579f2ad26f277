package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** The parts of evidence: one file each. */
enum Part {
    /** The case's events, a line each, in order. */
    EVENTS("events.ndjson"),
    /** What shows that each stands in the log. */
    PROOFS("proofs.ndjson"),
    /** What shows that none was left out. */
    HEADS("heads.json"),
    /** What the log says of itself, signed. */
    CHECKPOINT("checkpoint.txt"),
    /** By whose key. */
    KEY("public-key.txt"),
    /** The texts that the reader may see, each with its salt. */
    DISCLOSURES("disclosures.ndjson"),
    /** The care plan that these events make. */
    PLAN("care-plan.json");

    private final String file;

    Part(String file) {
        this.file = file;
    }

    /** What it is called in the zip. */
    String file() {
        return file;
    }

    static @Nullable Part named(String file) {
        return Arrays.stream(values())
                .filter(part -> part.file.equals(file))
                .findFirst()
                .orElse(null);
    }
}
