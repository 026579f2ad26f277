package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class AuditingManyStreamsTest {

    @TempDir static Path folder;
    @AutoClose private final OpenLog open = new OpenLog(folder);

    @Test
    void the_root_over_their_heads_is_that_of_the_plain_definition() throws SQLException {
        Map<String, Long> heads = new HashMap<>();
        rootIs(heads);
        for (int stream = 1; stream <= 3_000; stream++) {
            add(stream);
            heads.put("team/" + stream, 0L);
            if (stream <= 40 || stream % 997 == 0) {
                rootIs(heads);
            }
        }
    }

    private void rootIs(Map<String, Long> heads) {
        HeadsAudit.Heads made =
                new LogTransactions(open.database().reader())
                        .read(connection -> HeadsAudit.at(connection, heads.size()));

        assertThat(made.streams()).isEqualTo(heads.size());
        assertThat(made.root()).isEqualTo(SecondHeads.root(heads));
    }

    private void add(int position) throws SQLException {
        if (position % 1_000 == 1) {
            ManyEvents.execute(
                    open.database().owner(),
                    """
                    insert into refocus_log.event (position, sequence, occurred_at, recorded_at, revision, event_id,
                        command_id, stream, type, posted_by, recorded_by, leaf_hash, payload)
                    select i, 0, '2012-03-14', '2012-03-14', 1, gen_random_uuid(), gen_random_uuid(),
                           'team/' || i, 'x', 'x', 'OTHER/x', sha256('x'), '{}'
                      from generate_series(%d, %d) i
                    """
                            .formatted(position, position + 999));
        }
    }

    @Test
    void a_log_that_is_written_meanwhile_is_audited_as_far_as_it_was() throws Exception {
        SignerKey key =
                SignerKey.of(
                        SealKeyFile.origin(open.log().store().identity().logId()), new byte[32]);
        Duration often = Duration.ofMillis(20);
        try (Arrivals arrivals = new Arrivals(open.database().reader());
                Sealer sealer =
                        new Sealer(
                                open.log(),
                                open.database().appender(),
                                open.database().reader(),
                                arrivals,
                                key,
                                new SealSettings(often, 7, often, Duration.ofSeconds(20), false))) {
            CaseInTheLog first = new CaseInTheLog();
            open.log().append(first.opening("o"));
            sealer.start();
            Thread writing = Thread.ofPlatform().start(this::write);
            int audits = 0;
            while (writing.isAlive() || audits == 0) {
                Audited audited =
                        new LogAudit(open.database().reader())
                                .audit(List.of(key.verifier()), List.of(), _ -> {});
                assertThat(audited.misfit()).isNull();
                audits++;
            }
            sealer.withHeadsThrough(first.stream(), open.log().head().position());
        }
        Audited audited =
                new LogAudit(open.database().reader())
                        .audit(List.of(key.verifier()), List.of(), _ -> {});
        assertThat(audited.misfit()).isNull();
        assertThat(audited.headsAt()).isGreaterThanOrEqualTo(100);
    }

    private void write() {
        for (int index = 0; index < 50; index++) {
            CaseInTheLog caseFile = new CaseInTheLog();
            open.log().append(caseFile.opening("o"));
            open.log().append(caseFile.death(1, "d"));
        }
    }
}
