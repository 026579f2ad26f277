package org.refocusrecord.app.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A first start makes programs, keys, database and tables; it may be killed in any of them. */
class KillingTheFirstStartTest {

    /** After so many milliseconds: in the unpacking, in the making of the database, later. */
    private static final List<Integer> KILLED_AFTER = List.of(900, 1_500, 2_200, 3_000, 4_500);

    @Test
    void what_it_left_undone_the_next_start_does(@TempDir Path folder) throws Exception {
        try (ServerProcess server = new ServerProcess(folder.resolve("data"))) {
            for (int after : KILLED_AFTER) {
                server.start();
                Thread.sleep(after);
                server.kill();
            }
            Door door = new Door(server.url());
            server.start();
            server.awaitReady(door);
            Team.on(server.data(), door).openCase(door);
        }
    }
}
