package org.refocusrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as the launcher calls it, each call a process of its own.
 *
 * @param data the data folder that is meant
 * @param home of whoever calls
 * @param scratch where he stands
 */
record Program(Path data, Path home, Path scratch) {

    /** How a call ended. */
    record Ended(int code, String result, String said) {}

    Ended call(String... arguments) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // They live for seconds, and so does the server that they start: starting fast counts.
        call.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        call.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.home=" + home));
        call.add("--sun-misc-unsafe-memory-access=allow");
        call.addAll(List.of("-cp", System.getProperty("java.class.path")));
        call.add(RefocusRecord.class.getName());
        call.addAll(List.of(arguments));
        call.addAll(List.of("--data", data.toString()));
        Path result = Files.createTempFile(scratch, "result", "");
        Path said = Files.createTempFile(scratch, "said", "");
        ProcessBuilder builder = new ProcessBuilder(call).directory(scratch.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment()
                .keySet()
                .removeAll(List.of("DATABASE_URL", "KAFKA_BOOTSTRAP_SERVERS", "OIDC_ISSUER"));
        Process process =
                builder.redirectOutput(result.toFile()).redirectError(said.toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(result, StandardCharsets.UTF_8),
                Files.readString(said, StandardCharsets.UTF_8));
    }
}
