package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import org.refocusrecord.app.data.DataFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** A node on the database of a stage, beside the one that is struck, where others post. */
final class SecondNode implements AutoCloseable {

    private static final List<String> KEYS = List.of("master.key", "seal.key", "token-signing.jwk");

    /** So that there is no more of it to look at in the end than is needed. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Stage stage;
    private final ServerProcess process;
    private final Door door;
    private final Tally tally = new Tally();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<PostingClient> clients = new ArrayList<>();
    private final List<Future<List<PostingClient.Post>>> posting = new ArrayList<>();

    /** With the keys of the first; it is not started yet. */
    SecondNode(Stage stage, Path folder) throws IOException {
        this(stage, folder, Map.of());
    }

    /** With more in its environment. */
    SecondNode(Stage stage, Path folder, Map<String, String> more) throws IOException {
        this.stage = stage;
        Map<String, String> environment = stage.environmentBesideIt();
        environment.putAll(more);
        process = new ServerProcess(folder.resolve("node"), environment);
        door = new Door(process.url());
        DataFolder.at(process.data()).prepare();
        for (String key : KEYS) {
            Files.copy(
                    stage.node().data().resolve("keys").resolve(key),
                    process.data().resolve("keys").resolve(key),
                    COPY_ATTRIBUTES);
        }
    }

    /** Starts it, and lets so many clients post there. */
    void start(int count) throws IOException, InterruptedException {
        process.start();
        process.awaitReady(door);
        for (int index = 0; index < count; index++) {
            Team team = Team.on(process.data(), door);
            String caseId = team.openCase(door);
            PostingClient client = new PostingClient(door, team, caseId, tally, isOver::get, PAUSE);
            clients.add(client);
            posting.add(threads.submit(client));
        }
    }

    /**
     * Waits until a post was acknowledged that was not under way yet: of one more than there are
     * clients, one is.
     */
    void takesAnother() throws InterruptedException {
        int before = tally.acknowledged.get();
        Eventually.await(() ->
                posting.stream().anyMatch(Future::isDone)
                        || tally.acknowledged.get() > before + clients.size());
        assertThat(posting).as("its clients go on").noneMatch(Future::isDone);
    }

    /** It gets the key that the first has by now. */
    void getsTheMasterKey() throws IOException {
        Files.copy(
                stage.masterKey(),
                process.data().resolve("keys/master.key"),
                COPY_ATTRIBUTES,
                REPLACE_EXISTING);
    }

    /** The way in. */
    Door door() {
        return door;
    }

    /** Kills it with -9, starts it again, and waits until it records. */
    void isKilledAndComesBack() throws IOException, InterruptedException {
        process.kill();
        process.start();
        process.awaitRecording(door);
    }

    /** What its clients have seen. */
    Tally tally() {
        return tally;
    }

    /** Lets them end, and holds what they were told against what either node gives out. */
    void holdsExactlyWhatWasAcknowledged() throws Exception {
        isOver.set(true);
        for (int index = 0; index < clients.size(); index++) {
            List<PostingClient.Post> posts = posting.get(index).get();
            for (Door either : List.of(door, stage.door())) {
                Recorded recorded = clients.get(index).recorded(either);
                recorded.holdsExactly(posts);
                recorded.isRepeatedWithTheSameReceipt(posts);
            }
        }
    }

    @Override
    public void close() {
        isOver.set(true);
        threads.shutdownNow();
        process.close();
    }
}
