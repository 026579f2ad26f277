package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.GivenFile;
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

    @Override
    public Integer call() {
        String keyText = text(key);
        String checkpointText = text(checkpoint);
        GivenFile.requireReadable(evidence);
        Verdict verdict = EvidenceCheck.of(evidence, keyText, checkpointText);
        Terminal.result(verdict.isSound() ? "sound" : "not sound");
        verdict.findings().forEach(finding -> Terminal.result("- " + finding));
        verdict.told().forEach(Terminal::result);
        return verdict.isSound() ? SOUND : NOT_SOUND;
    }

    private static @Nullable String text(@Nullable Path file) {
        return file == null ? null : GivenFile.text(file);
    }
}
