package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.KeptRecord.Ended;
import org.refocusrecord.app.faults.PostingClient.Post;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A full disk, at a start and while sessions are posted. The disk is one in memory, whose size can
 * be changed while it is in use; only root may make one, so others skip this, and say so.
 */
@Timeout(300)
class FillingTheDiskTest {

    private static final int CLIENTS = 8;
    private static final int MOST_FILES_AHEAD = 20;

    // The connection is lost, or cannot be made; or the disk is said to be full.
    private static final Set<String> FULL =
            Set.of("08001", "08006", "57P01", "57P02", "57P03", "53100", "58030");

    @TempDir private Path folder;
    private Disk disk = Disk.none();

    @BeforeEach
    void mount() throws Exception {
        disk = Disk.mountedOn(folder, 64);
    }

    @AfterEach
    void unmount() throws Exception {
        disk.unmount();
    }

    @Test
    void is_refused_before_anything_is_made_or_changed() throws Exception {
        Path data = folder.resolve("data");
        isRefused(data);
        assertThat(data.resolve("database")).doesNotExist();

        disk.size(900);
        KeptRecord record = KeptRecord.madeIn(data);

        disk.size(disk.used() + 50);
        FolderState before = FolderState.of(data);
        isRefused(data);
        assertThat(FolderState.of(data)).isEqualTo(before);

        disk.size(900);
        record.startsUnharmed();
    }

    @Test
    void while_sessions_are_posted_they_wait_until_there_is_room_again() throws Exception {
        disk.size(900);
        Path data = folder.resolve("posting");
        Tally tally = new Tally();
        AtomicBoolean isOver = new AtomicBoolean();
        try (RefocusServer server = new RefocusServer(StartOrder.embedded(data, 0), _ -> {});
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Door door = new Door(server.start());
            Team team = Team.on(data, door);
            List<PostingClient> clients = new ArrayList<>();
            for (int index = 0; index < CLIENTS; index++) {
                clients.add(new PostingClient(door, team, team.openCase(door), tally, isOver::get));
            }
            List<Future<List<Post>>> posting = clients.stream().map(threads::submit).toList();
            try {
                awaitMore(tally.acknowledged, CLIENTS);
                disk.fill();
                awaitMore(tally.toldToWait, 4 * CLIENTS);
                assertThat(whatComesOfTheNextFile(data)).isIn(FULL);
                awaitMore(tally.toldToWait, CLIENTS);
                disk.size(900);
                awaitMore(tally.acknowledged, 2 * CLIENTS);
            } finally {
                disk.size(900);
                isOver.set(true);
            }
            for (int index = 0; index < CLIENTS; index++) {
                List<Post> posts = posting.get(index).get();
                Recorded recorded = clients.get(index).recorded(door);
                recorded.holdsExactly(posts);
                recorded.isRepeatedWithTheSameReceipt(posts);
            }
            System.out.println("full disk: " + tally);
        }
    }

    /**
     * Not even the next file of what is written ahead can be made: the database ends itself, or
     * says that there is no room.
     */
    private static String whatComesOfTheNextFile(Path data) {
        try (Connection superuser = new DatabaseProcesses(data).asSuperuser()) {
            for (int file = 0; file < MOST_FILES_AHEAD; file++) {
                Sql.run(superuser, "select pg_logical_emit_message(false, 'full', 'disk')");
                Sql.run(superuser, "select pg_switch_wal()");
            }
            return "there was room";
        } catch (SQLException ended) {
            return String.valueOf(ended.getSQLState());
        }
    }

    private static void awaitMore(AtomicInteger count, int more) throws InterruptedException {
        int before = count.get();
        Eventually.await(() -> count.get() >= before + more);
    }

    private static void isRefused(Path data) {
        Ended ended = KeptRecord.up(data, 0);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("Make room", "MB").doesNotContain("\tat ");
    }
}
