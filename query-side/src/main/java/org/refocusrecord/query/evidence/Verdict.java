package org.refocusrecord.query.evidence;

import java.util.List;

/**
 * What a check of evidence has found.
 *
 * @param findings what is not as it must be, each naming what it is about; none: it is sound
 * @param told what was checked, and what could not be
 */
public record Verdict(List<String> findings, List<String> told) {

    public Verdict {
        findings = List.copyOf(findings);
        told = List.copyOf(told);
    }

    /** Whether all is as it must be. */
    public boolean isSound() {
        return findings.isEmpty();
    }
}
