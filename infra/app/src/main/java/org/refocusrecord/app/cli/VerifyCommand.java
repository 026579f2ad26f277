package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.GivenFile;
import org.refocusrecord.query.evidence.CheckedEvidence;
import org.refocusrecord.query.evidence.EvidenceCheck;
import org.refocusrecord.query.evidence.Verdict;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Checks audit evidence without any server. */
@Command(
        name = "verify",
        description = {
            "Checks audit evidence, without any server.",
            "It shows that each event stands in the log as it was recorded, that none of the case"
                    + " is missing, that each text is the one that was recorded, and that the care"
                    + " plan is the one that they make.",
            "Then it prints the plan that the events make, as of any day and as known on any day.",
            "Exit codes: 0 sound, 1 not sound, 2 unreadable."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class VerifyCommand implements Callable<Integer> {

    private static final int SOUND = 0;
    private static final int NOT_SOUND = 1;

    @Parameters(paramLabel = "EVIDENCE.zip", description = "What is to be checked.")
    private Path evidence = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The log's key, name+hash+base64, got by another way. Without it the key in the"
                            + " evidence is believed.")
    private @Nullable Path key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint that was kept: the log must go on from it.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--as-of",
            paramLabel = "WHEN",
            description =
                    "Print the plan of what had happened by then: a day, or a moment with its zone."
                            + " Left out: of all.")
    private @Nullable String asOf;

    @Option(
            names = "--known-at",
            paramLabel = "WHEN",
            description =
                    "Print the plan of what had been recorded by then. Left out: of all that the"
                            + " evidence shows.")
    private @Nullable String knownAt;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Write that plan to a file too, as JSON, as the service writes it.")
    private @Nullable Path planFile;

    @Override
    public Integer call() {
        String keyText = text(key);
        String checkpointText = text(checkpoint);
        GivenFile.requireReadable(evidence);
        CheckedEvidence checked = EvidenceCheck.checked(evidence, keyText, checkpointText);
        Verdict verdict = checked.verdict();
        Terminal.result(verdict.isSound() ? "sound" : "not sound");
        verdict.findings().forEach(finding -> Terminal.result("- " + finding));
        verdict.told().forEach(Terminal::result);
        if (checked.plan() != null) {
            new PrintedPlan(checked.plan()).print(asOf, knownAt, planFile);
        }
        return verdict.isSound() ? SOUND : NOT_SOUND;
    }

    private static @Nullable String text(@Nullable Path file) {
        return file == null ? null : GivenFile.text(file);
    }
}
