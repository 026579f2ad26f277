package org.refocusrecord.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.query.evidence.CaseWithASecret.SECRET;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

class EvidenceAfterAnErasureTest {

    @TempDir static Path folder;
    @AutoClose private CaseWithASecret caseFile;

    @BeforeEach
    void with_a_case_in_which_something_was_said() {
        caseFile = new CaseWithASecret(folder);
    }

    @Test
    void before_it_the_text_is_disclosed_and_proven() throws IOException {
        EvidenceFile evidence = caseFile.evidence();

        assertThat(EvidenceCheck.of(evidence, null, null).findings()).isEmpty();
        assertThat(evidence.text(Part.DISCLOSURES)).contains(SECRET);
        assertThat(evidence.text(Part.PLAN)).contains(SECRET);
    }

    @Test
    void after_it_evidence_is_sound_and_says_that_the_text_was_erased() throws IOException {
        caseFile.erase();
        EvidenceFile evidence = caseFile.evidence();

        assertThat(EvidenceCheck.of(evidence, null, null).findings()).isEmpty();
        assertThat(evidence.text(Part.DISCLOSURES)).isEmpty();
        assertThat(evidence.text(Part.PLAN))
                .contains("\"text\":null,\"withheld\":\"ERASED\"")
                .doesNotContain(SECRET);
    }

    @Test
    void evidence_that_was_given_before_stays_sound() throws IOException {
        EvidenceFile before = caseFile.evidence();
        caseFile.erase();

        assertThat(
                        EvidenceCheck.of(before, null, caseFile.evidence().text(Part.CHECKPOINT))
                                .findings())
                .singleElement()
                .asString()
                .startsWith("the evidence rests on an old checkpoint");
        assertThat(EvidenceCheck.of(before, null, null).findings()).isEmpty();
    }

    @Test
    void what_was_not_erased_cannot_be_said_to_be() throws IOException {
        EvidenceFile evidence = caseFile.evidence();
        String plan =
                evidence.text(Part.PLAN)
                        .replace(
                                "\"text\":\"" + SECRET + "\"",
                                "\"text\":null,\"withheld\":\"ERASED\"");

        assertThat(EvidenceCheck.of(with(evidence, plan), null, null).findings())
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("the plan is not the one"));
    }

    private static EvidenceFile with(EvidenceFile evidence, String plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvidenceZip zip = new EvidenceZip(bytes)) {
            for (Part part : Part.values()) {
                boolean changed = part == Part.PLAN || part == Part.DISCLOSURES;
                byte[] content =
                        part == Part.PLAN ? plan.getBytes(StandardCharsets.UTF_8) : new byte[0];
                zip.part(part, out -> out.write(changed ? content : evidence.part(part)));
            }
        }
        return EvidenceFile.read(bytes.toByteArray(), 1 << 20);
    }

    /** Each round looks before it notes what is missing and after; the first finds it noted. */
    @Test
    void an_erasure_in_each_of_two_rounds_stands_in_the_evidence_of_the_third() throws IOException {
        caseFile.zip();

        byte[] zip = caseFile.zip(eachAfterAnErasure(caseFile.looks(), 4));

        EvidenceFile evidence = EvidenceFile.read(zip, 1 << 20);
        assertThat(EvidenceCheck.of(evidence, null, null).findings()).isEmpty();
        assertThat(evidence.text(Part.DISCLOSURES)).isEmpty();
    }

    @Test
    void whoever_asks_while_one_erasure_follows_another_is_told_to_ask_again() throws IOException {
        caseFile.zip();

        assertThatThrownBy(() -> caseFile.zip(eachAfterAnErasure(caseFile.looks(), 5)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told ->
                                assertThat(told.problem().code())
                                        .isEqualTo(ProblemCode.VIEW_BEHIND));
        assertThat(EvidenceCheck.of(caseFile.evidence(), null, null).findings()).isEmpty();
    }

    /** Whoever looks whether the head is noted finds that more was erased since; at first. */
    private DataSource eachAfterAnErasure(DataSource looks, int erasures) {
        AtomicInteger left = new AtomicInteger(erasures);
        return (DataSource)
                Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, method, arguments) -> {
                            if (left.getAndDecrement() > 0) {
                                caseFile.erase();
                            }
                            try {
                                return method.invoke(looks, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }

    @Test
    void a_zip_that_becomes_too_large_is_not_unpacked() throws IOException {
        byte[] zip = caseFile.zip();

        assertThatThrownBy(() -> EvidenceFile.read(zip, 1_000))
                .isInstanceOf(UnreadableEvidence.class)
                .hasMessageContaining("larger");
    }
}
