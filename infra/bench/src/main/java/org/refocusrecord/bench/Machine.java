package org.refocusrecord.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

/** On what it was measured, so that a stranger can judge it. */
final class Machine {

    private static final List<String> SETTINGS =
            List.of(
                    "server_version",
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "wal_sync_method",
                    "data_checksums",
                    "shared_buffers",
                    "max_wal_size",
                    "checkpoint_timeout",
                    "max_connections",
                    "jit");

    private Machine() {}

    static void print(DataSource database, PrintStream out) throws Exception {
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                "%d processors (%s), %s %s, Java %s, heap %,d MB, %s%n",
                runtime.availableProcessors(),
                processor(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                runtime.maxMemory() >> 20,
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        for (String setting : SETTINGS) {
            out.printf("%s=%s ", setting, Sql.text(database, "show " + setting));
        }
        out.println();
    }

    private static String processor() throws Exception {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.notExists(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
