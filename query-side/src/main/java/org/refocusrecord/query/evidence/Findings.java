package org.refocusrecord.query.evidence;

import java.util.ArrayList;
import java.util.List;

/** What a check finds on its way. */
@SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency for this alone.
final class Findings {

    /** One hole makes all after it odd; nobody reads more than this. */
    private static final int MOST = 50;

    private final List<String> findings = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    void found(String finding, Object... about) {
        if (findings.size() < MOST) {
            findings.add(finding.formatted(about));
        }
    }

    void told(String fact, Object... about) {
        told.add(fact.formatted(about));
    }

    boolean areNone() {
        return findings.isEmpty();
    }

    Verdict verdict() {
        return new Verdict(findings, told);
    }
}
