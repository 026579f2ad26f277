package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.refocusrecord.app.catalogue.Project;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs in {@code infra/npm}, where somebody has installed what they need. */
final class NodeProgram {

    private static final Path FOLDER = Project.file("infra/npm");

    private NodeProgram() {}

    /** What the SDK of CloudEvents answers to this. */
    static String cloudEvents(String input, String call) throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(FOLDER.resolve("node_modules")),
                "npm has not installed what is in infra/npm");
        Process node =
                new ProcessBuilder("node", "cloudevents.mjs", call)
                        .directory(FOLDER.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (OutputStream asked = node.getOutputStream()) {
            asked.write(input.getBytes(UTF_8));
        }
        String answer = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).isZero();
        return answer;
    }
}
