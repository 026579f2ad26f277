package org.refocusrecord.app.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A first start makes programs, keys, database and tables; it may be killed in any of them. */
class KillingTheFirstStartTest {

    /** What it was at when it was killed, and for how many milliseconds. */
    private record Moment(String words, int after) {}

    private static final List<Moment> MOMENTS =
            List.of(
                    new Moment("the data is in", 400),
                    new Moment("making the database", 0),
                    new Moment("making the database", 600),
                    new Moment("making the database", 1_200),
                    new Moment("starting the server", 0),
                    new Moment("starting the database", 100));

    @Test
    void what_it_left_undone_the_next_start_does(@TempDir Path folder) throws Exception {
        try (ServerProcess server = new ServerProcess(folder.resolve("data"))) {
            for (Moment moment : MOMENTS) {
                server.start();
                server.awaitSaid(moment.words());
                Thread.sleep(moment.after());
                server.kill();
            }
            Door door = new Door(server.url());
            server.start();
            server.awaitReady(door);
            Team.on(server.data(), door).openCase(door);
        }
    }
}
