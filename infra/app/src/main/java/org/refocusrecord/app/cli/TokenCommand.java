package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Makes a token for somebody who has none: whoever can read the data folder may be anybody. */
@Command(
        name = "token",
        description = {
            "Prints a bearer token of the local issuer.",
            "What its bearer cannot do for want of an option, or a trust of which no team is"
                    + " recorded, is said on standard error; the token is made all the same."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class TokenCommand implements Runnable {

    private static final int MOST_HOURS = 24 * 366;

    @Option(
            names = "--role",
            required = true,
            arity = "1..*",
            paramLabel = "ROLE",
            description = "What the bearer may do, one or more of: ${COMPLETION-CANDIDATES}.")
    private Set<Role> roles = new LinkedHashSet<>();

    @Option(
            names = "--trust",
            converter = TrustOption.class,
            paramLabel = "CODE",
            description = "The bearer's trust.")
    private @Nullable String trust;

    @Option(
            names = "--team",
            arity = "1..*",
            converter = IdOption.class,
            paramLabel = "ID",
            description = "The bearer's teams; without it, those that the role has by itself.")
    private @Nullable List<UUID> teams;

    @Option(
            names = "--worker",
            converter = IdOption.class,
            paramLabel = "ID",
            description = "Which worker the bearer is.")
    private @Nullable UUID worker;

    @Option(
            names = "--service-user",
            converter = IdOption.class,
            paramLabel = "ID",
            description = "Which service user the bearer is.")
    private @Nullable UUID serviceUser;

    @Option(
            names = "--study",
            arity = "1..*",
            converter = IdOption.class,
            paramLabel = "ID",
            description = "The studies that a researcher works for.")
    private List<UUID> studies = List.of();

    @Option(
            names = "--subject",
            converter = AccountOption.class,
            paramLabel = "ID",
            description = "The bearer's account; without it, one that follows from the rest.")
    private @Nullable String subject;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "8",
            description = "For how many hours it is valid (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private final DataOption data = new DataOption();

    @Override
    public void run() {
        if (!outsideIssuer().isEmpty()) {
            throw new Hindrance(
                    "Tokens come from OIDC_ISSUER, so there are none of the local issuer.");
        }
        if (hours < 1 || hours > MOST_HOURS) {
            throw new Hindrance("--hours takes 1 to %d.".formatted(MOST_HOURS));
        }
        DataFolder folder = DataFolder.existing(data.path());
        try {
            LocalIssuer issuer = LocalIssuer.in(folder.path());
            TokenRequest request = request();
            Terminal.result(issuer.token(request, Instant.now()));
            TokenDoubts.of(request, () -> KnownTrusts.in(folder, issuer))
                    .forEach(doubt -> spec.commandLine().getErr().println(Terminal.NAME + doubt));
        } catch (IOException unreadable) {
            throw new Hindrance(
                    "The signing key in %s cannot be read or made (%s)."
                            .formatted(folder.keys(), unreadable.getMessage()),
                    unreadable);
        }
    }

    /** Whose tokens are taken in the place of the local issuer's; empty where they are not. */
    static String outsideIssuer() {
        return Objects.requireNonNullElse(System.getenv("OIDC_ISSUER"), "").strip();
    }

    private TokenRequest request() {
        return new TokenRequest(
                subject,
                roles,
                trust,
                teams == null ? null : teams.stream().map(TeamId::new).toList(),
                worker == null ? null : new WorkerId(worker),
                serviceUser == null ? null : new ServiceUserId(serviceUser),
                studies.stream().map(StudyId::new).toList(),
                Duration.ofHours(hours));
    }
}
