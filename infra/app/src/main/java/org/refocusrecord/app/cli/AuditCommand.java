package org.refocusrecord.app.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.GivenFile;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.eventlog.seal.Audited;
import org.refocusrecord.eventlog.seal.Audited.Misfit;
import org.refocusrecord.eventlog.seal.Checkpoint;
import org.refocusrecord.eventlog.seal.KeysOfLog;
import org.refocusrecord.eventlog.seal.LogAudit;
import org.refocusrecord.eventlog.seal.NotANote;
import org.refocusrecord.eventlog.seal.VerifierKey;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

/** Audits the whole log in a database. */
@Command(
        name = "audit",
        description = {
            "Audits the whole log in its database.",
            "It makes the log's tree anew of all events, and holds it against the tree that is"
                    + " kept, every checkpoint that was signed, and what the log has noted of its"
                    + " streams. The server may run meanwhile. It changes nothing.",
            "Exit codes: 0 sound, 1 not sound, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class AuditCommand implements Callable<Integer> {

    private static final int SOUND = 0;
    private static final int NOT_SOUND = 1;
    private static final long BETWEEN_WORDS = 100_000;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The log's key, name+hash+base64, got by another way; again for each key that"
                            + " it ever had. Without it those that the log keeps are believed.")
    private final List<Path> keys = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "A checkpoint that was kept elsewhere: the log must go on from it. May be given"
                            + " again.")
    private final List<Path> checkpoints = new ArrayList<>();

    @Mixin private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        List<VerifierKey> verifiers = keys.stream().map(AuditCommand::key).toList();
        // Page by page on connections that stay: to log in anew for each would take longer than to
        // read it.
        try (HikariDataSource pool = new HikariDataSource(connections())) {
            LogAudit audit = new LogAudit(pool);
            List<Checkpoint> kept = kept(audit, verifiers);
            Audited audited = audit.audit(verifiers, kept, AuditCommand::progress);
            tell(audited);
            return audited.isSound() ? SOUND : NOT_SOUND;
        }
    }

    /** One for what is asked of the page that is looked at, and two to fetch the next. */
    private HikariConfig connections() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database());
        pool.setMaximumPoolSize(3);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static void progress(long read) {
        if (read % BETWEEN_WORDS == 0) {
            Terminal.say("%,d events are read".formatted(read));
        }
    }

    private DataSource database() {
        String url = UpCommand.databaseUrl();
        DataFolder folder =
                url == null ? DataFolder.existing(data.path()) : DataFolder.at(data.path());
        return OwnersWay.into(folder, url);
    }

    private static void tell(Audited audited) {
        Terminal.result(audited.isSound() ? "sound" : "not sound");
        Misfit misfit = audited.misfit();
        if (misfit != null) {
            Terminal.result("- position %d: %s".formatted(misfit.position(), misfit.what()));
        }
        Terminal.result(extent(audited));
        if (audited.headsAt() > 0) {
            Terminal.result(
                    "The last event of every stream is as it was noted for position %d."
                            .formatted(audited.headsAt()));
        }
        audited.believed()
                .forEach(key ->
                        Terminal.result(
                                "The log's own key was believed, since none was given: " + key));
    }

    /** Where it stopped, it does not know of what came after. */
    private static String extent(Audited audited) {
        return audited.isSound()
                ? "%d events were read, %d of them stand in the kept tree, and %s; %d checkpoints were held against them."
                        .formatted(
                                audited.events(),
                                audited.sealed(),
                                signed(audited, "the newest checkpoint signs the first %d"),
                                audited.checkpoints())
                : "There the audit stopped. Up to position %d it had read the log, which has %d events. The kept tree is over %d, and %s; %d checkpoints were held against what was read."
                        .formatted(
                                audited.events(),
                                audited.head(),
                                audited.sealed(),
                                signed(audited, "the newest checkpoint claims to be over %d"),
                                audited.checkpoints());
    }

    private static String signed(Audited audited, String some) {
        return audited.signed() == 0 ? "no checkpoint is kept" : some.formatted(audited.signed());
    }

    private static VerifierKey key(Path file) {
        try {
            return VerifierKey.parse(GivenFile.text(file));
        } catch (NotANote none) {
            throw new Hindrance("%s holds no key: %s.".formatted(file, none.getMessage()), none);
        }
    }

    private List<Checkpoint> kept(LogAudit audit, List<VerifierKey> verifiers) {
        if (checkpoints.isEmpty()) {
            return List.of();
        }
        KeysOfLog signers = audit.keys(verifiers);
        return checkpoints.stream().map(file -> checkpoint(file, signers)).toList();
    }

    private static Checkpoint checkpoint(Path file, KeysOfLog signers) {
        try {
            return signers.checkpoint(GivenFile.text(file));
        } catch (NotANote none) {
            throw new Hindrance(
                    "%s cannot be held against this log. %s.".formatted(file, none.getMessage()),
                    none);
        }
    }
}
