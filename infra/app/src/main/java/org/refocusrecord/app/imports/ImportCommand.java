package org.refocusrecord.app.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.TrustOption;
import org.refocusrecord.app.cli.Version;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.demo.Host;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

/** Records history from files, a command a line. */
@Command(
        name = "import",
        description = {
            "Records history from files of NDJSON, a line {\"command\": NAME, \"body\": {...}}.",
            "Broken off, it can be called again: what was recorded is not recorded twice.",
            "Lines that are refused go to FILE.refused.ndjson, each with its reasons and as it was"
                    + " sent. What is no ordinary file has no place beside it: of /dev/stdin they"
                    + " go to stdin.refused.ndjson in the working folder.",
            "Exit codes: 0 done, 1 done with refusals, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class ImportCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int WITH_REFUSALS = 1;

    @Parameters(paramLabel = "FILE.ndjson", arity = "1..*", description = "What is recorded.")
    private List<Path> files = List.of();

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description =
                    "Where refused lines go, of all files, in the place of FILE.refused.ndjson. A"
                            + " file that is there already is deleted with the first outcome.")
    private @Nullable Path refused;

    @Option(
            names = "--trust",
            converter = TrustOption.class,
            paramLabel = "T",
            description =
                    "The trust whose history it is, for a token that is made. It may do what a"
                            + " clinical system and an administrator of that trust may.")
    private @Nullable String trust;

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws IOException {
        List<ImportSource> sources = files.stream().map(ImportSource::new).toList();
        sources.forEach(ImportSource::requireReadable);
        try (ImportClient client = new ImportClient(Host.address(server), bearer());
                RefusedFiles places = new RefusedFiles(refused)) {
            places.prepare(sources);
            try (ImportReport report = ImportReport.begun()) {
                for (ImportSource source : sources) {
                    new ImportFile(source, client, places.of(source), report).run();
                }
                return report.tally().isClean() ? DONE : WITH_REFUSALS;
            }
        }
    }

    private String bearer() {
        String token = server.token();
        if (token != null) {
            return token;
        }
        if (trust == null) {
            throw new Hindrance("Say whose history it is, with --trust or --token.");
        }
        return Host.issuer(server.data())
                .token(
                        TokenRequest.of(Role.CLINICAL_SYSTEM, Role.ADMIN).trust(trust),
                        Clock.systemUTC().instant());
    }
}
