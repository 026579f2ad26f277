package org.refocusrecord.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Whoever has a key of his own can make up a log in which every proof is right. */
class MakingUpALogTest {

    @TempDir private Path folder;

    @Test
    void in_which_a_case_has_no_opening_is_found_and_makes_no_plan() throws IOException {
        try (CaseWithASecret story = new CaseWithASecret(folder)) {
            Verdict verdict = EvidenceCheck.of(story.withoutOpening(), null, null);
            assertThat(verdict.findings())
                    .containsExactly(
                            "the events make no care plan (java.lang.IllegalArgumentException)");
        }
    }
}
