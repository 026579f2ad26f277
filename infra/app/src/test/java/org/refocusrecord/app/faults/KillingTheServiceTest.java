package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.PostingClient.Post;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.postgres.ViewsAnew;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Eight clients post while server and database are killed under them. How often can be said with
 * {@code -Drefocus.kills=20}; every build does a few.
 */
class KillingTheServiceTest {

    private static final int KILLS = Integer.getInteger("refocus.kills", 4);
    private static final int CLIENTS = 8;
    private static final long SEED = 20_120_314;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random(SEED);
    private final Tally tally = new Tally();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    void what_was_acknowledged_is_there_and_is_there_once(@TempDir Path folder) throws Exception {
        try (ServerProcess server = new ServerProcess(MadeAlready.in(folder.resolve("data")));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Door door = new Door(server.url());
            server.start();
            server.awaitReady(door);
            Team team = Team.on(server.data(), door);
            List<PostingClient> clients = clients(door, team);
            List<Future<List<Post>>> posting = clients.stream().map(threads::submit).toList();
            try {
                strike(server, posting);
            } finally {
                isOver.set(true);
            }
            List<List<Post>> posts = new ArrayList<>();
            for (Future<List<Post>> client : posting) {
                posts.add(client.get());
            }
            server.awaitReady(door);
            Console.tell(KILLS + " kills: " + tally);
            everythingIsThere(door, clients, posts);
            theLogIsWhole(server, door, team, posts);
            theViewsAreThoseOfTheLog(server, door, posts);
        }
    }

    private List<PostingClient> clients(Door door, Team team) throws Exception {
        List<PostingClient> clients = new ArrayList<>();
        for (int index = 0; index < CLIENTS; index++) {
            String caseId = team.openCase(door);
            clients.add(new PostingClient(door, team, caseId, tally, isOver::get));
        }
        return clients;
    }

    private void strike(ServerProcess server, List<Future<List<Post>>> posting) throws Exception {
        for (Blow blow : Blow.shuffled(KILLS, random)) {
            int before = tally.acknowledged.get();
            awaitPosts(before + 2 * CLIENTS, posting);
            Thread.sleep(random.nextInt(100));
            Instant struck = Instant.now();
            strike(server, blow);
            awaitPosts(tally.acknowledged.get() + 1, posting);
            Duration away = Duration.between(struck, Instant.now());
            Console.tell(blow + ": back after " + away.toMillis() + " ms");
        }
        awaitPosts(tally.acknowledged.get() + CLIENTS, posting);
    }

    private void strike(ServerProcess server, Blow blow) throws Exception {
        DatabaseProcesses database = new DatabaseProcesses(server.data());
        switch (blow) {
            case SERVER -> restart(server);
            case BACKEND -> database.killBackend(random);
            case POSTMASTER -> database.killPostmaster();
            case SERVER_TWICE -> {
                restart(server);
                Thread.sleep(random.nextInt(4_000));
                restart(server);
            }
        }
    }

    private static void restart(ServerProcess server) throws Exception {
        server.kill();
        server.start();
    }

    private void awaitPosts(int wanted, List<Future<List<Post>>> posting) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (tally.acknowledged.get() < wanted) {
            for (Future<List<Post>> client : posting) {
                if (client.isDone()) {
                    client.get();
                }
            }
            assertThat(Instant.now()).as("posts are acknowledged again").isBefore(end);
            Thread.sleep(10);
        }
    }

    private static void everythingIsThere(
            Door door, List<PostingClient> clients, List<List<Post>> posts) throws Exception {
        for (int index = 0; index < clients.size(); index++) {
            Recorded recorded = clients.get(index).recorded(door);
            recorded.holdsExactly(posts.get(index));
            recorded.isRepeatedWithTheSameReceipt(posts.get(index));
            recorded.holdsExactly(posts.get(index));
        }
    }

    private static void theLogIsWhole(
            ServerProcess server, Door door, Team team, List<List<Post>> posts) throws Exception {
        try (Connection owner = new DatabaseProcesses(server.data()).asOwner()) {
            int events = events(posts);
            Door.Answer checkpoint =
                    door.get("/api/v1/integrity/checkpoint?minPosition=" + events, team.posting());
            LogRows rows = LogRows.readBy(owner);
            rows.areInOrder();
            rows.areSealed();
            rows.areUnder(new String(checkpoint.body(), StandardCharsets.UTF_8));
            assertThat(rows.ofCallers()).isEqualTo(events);
        }
    }

    private static int events(List<List<Post>> posts) {
        return 1 + CLIENTS + 4 * posts.stream().mapToInt(List::size).sum();
    }

    private static void theViewsAreThoseOfTheLog(
            ServerProcess server, Door door, List<List<Post>> posts) throws Exception {
        Views views = Views.of(server.data(), door);
        Map<String, String> held = views.atHead(events(posts));
        server.close();
        ViewsAnew.in(server.data());
        server.start();
        server.awaitReady(door);
        assertThat(views.atHead(events(posts))).isEqualTo(held);
    }
}
