package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.Login;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.postgres.Programs;
import org.refocusrecord.app.postgres.ViewsAnew;
import org.refocusrecord.eventlog.MasterKeyChange;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.MasterKeyRows;
import org.refocusrecord.testkit.wire.DatabaseWire;
import org.refocusrecord.testkit.wire.HttpWire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

/**
 * A node in a process of its own, with a wire that a test holds before it and one behind it, and a
 * database with gates that is a part of neither: so each can be struck alone.
 */
final class Stage implements AutoCloseable {

    private static final String DATABASE = "struck";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_WITH_THE_SEAL = Duration.ofMinutes(10);

    /** Signs soon, so that a test can wait for it; and nothing is recorded but what is sent. */
    private static final Map<String, String> SETTINGS =
            Map.of("REFOCUS_SEAL_CHECKPOINTEVERY", "100ms", "REFOCUS_SEAL_HEADSEVERY", "1d");

    private final EmbeddedDatabase database;
    private final DataSource owner;
    private final String directly;
    private final DatabaseWire wire;
    private final HttpWire http;
    private final ServerProcess node;
    private final Door door;
    private @Nullable Team team;

    Stage(Path folder) throws Exception {
        this(folder, Map.of());
    }

    /** With more in the node's environment. */
    Stage(Path folder, Map<String, String> more) throws Exception {
        DataFolder data = DataFolder.at(MadeAlready.in(folder.resolve("database")));
        database = new EmbeddedDatabase(data, Programs.unpackedIn(data.programs()), _ -> {});
        DatabaseAccess server = database.start();
        try (Connection administrator = server.as(server.administrator()).getConnection()) {
            Sql.run(administrator, "create database " + DATABASE + " template template0");
        }
        int port = URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
        DatabaseAccess access =
                new DatabaseAccess(
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE),
                        server.administrator(),
                        server.administrator(),
                        server.appender(),
                        server.projector());
        owner = access.as(access.owner());
        wire = new DatabaseWire(port);
        directly = url(access.owner(), port);
        Map<String, String> environment = environment(url(access.owner(), wire.port()));
        environment.putAll(more);
        node = new ServerProcess(folder.resolve("node"), environment);
        http = new HttpWire(node.port());
        door = new Door(node.url());
    }

    private static String url(Login login, int port) {
        return "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(login.role(), login.password(), port, DATABASE);
    }

    private static Map<String, String> environment(String url) {
        Map<String, String> environment = new HashMap<>(SETTINGS);
        environment.put("DATABASE_URL", url);
        return environment;
    }

    /** For a node beside the one, past the wires. */
    Map<String, String> environmentBesideIt() {
        return environment(directly);
    }

    /** Starts the node, and builds the gates. */
    void start() throws IOException, InterruptedException, SQLException {
        comeBack();
        team = Team.on(node.data(), door);
        try (Connection gates = asOwner()) {
            Gates.make(gates);
        }
    }

    /** Cases of their own. */
    List<Lane> lanes(int count) throws IOException, InterruptedException {
        List<Lane> lanes = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            lanes.add(new Lane(team(), door));
        }
        return lanes;
    }

    /** A case of its own, about which commands of one event are sent. */
    Lane laneOfOneEvent() throws IOException, InterruptedException {
        return new Lane(team(), door, Lane.Load.ONE_EVENT);
    }

    private Team team() {
        return Objects.requireNonNull(team, "not started");
    }

    DatabaseWire wire() {
        return wire;
    }

    HttpWire http() {
        return http;
    }

    ServerProcess node() {
        return node;
    }

    /** The way in that nobody holds. */
    Door door() {
        return door;
    }

    /** A caller's own way in, which the test can hold: no line of it was used before. */
    Door heldDoor() {
        return new Door("http://127.0.0.1:" + http.port());
    }

    /** Something that is recorded and has no words. */
    void recordWithoutWords() throws IOException, InterruptedException {
        Team.on(node.data(), door);
    }

    /** Past the wire, as one who may do everything; waits for a database that starts anew. */
    Connection asOwner() throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return owner.getConnection();
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
    }

    /** Starts the node again if it is gone, and waits until it says that it takes sessions. */
    void comeBack() throws IOException, InterruptedException {
        if (!node.isAlive()) {
            node.start();
        }
        node.awaitRecording(door);
    }

    /** As {@code keys rotate} does on the node; nodes beside it do not get the new key. */
    void changeTheMasterKey() {
        MasterKeyFile file = new MasterKeyFile(masterKey(), Randomness.secure());
        MasterKeyChange change = new MasterKeyChange(file, new MasterKeyRows(owner));
        change.begin();
        change.finish(_ -> {});
    }

    Path masterKey() {
        return node.data().resolve("keys/master.key");
    }

    /** The whole log, its tree and what was signed last fit together. */
    void isWhole() throws Exception {
        try (Connection connection = asOwner()) {
            String checkpoint = checkpointOver(LogRows.countedBy(connection));
            // Somebody may record meanwhile, and have it signed.
            LogRows rows = LogRows.readBy(connection);
            rows.areInOrder();
            rows.areSealed();
            rows.areUnder(checkpoint);
        }
    }

    /**
     * The views hold what they hold when they are made anew from the log; starts the node again.
     */
    void hasTheViewsOfTheLog() throws Exception {
        long head;
        try (Connection connection = asOwner()) {
            head = LogRows.countedBy(connection);
        }
        Views views = Views.of(node.data(), door);
        Map<String, String> held = views.atHead(head);
        node.kill();
        ViewsAnew.in(owner);
        comeBack();
        assertThat(views.atHead(head)).isEqualTo(held);
    }

    /**
     * The seal may be a good way behind many events; whoever asks is kept waiting for a while only.
     */
    private String checkpointOver(int events) throws IOException, InterruptedException {
        String path = "/api/v1/integrity/checkpoint?minPosition=" + events;
        Instant end = Instant.now().plus(PATIENCE_WITH_THE_SEAL);
        while (true) {
            try {
                Door.Answer checkpoint = door.get(path, team().posting());
                assertThat(checkpoint.status()).as(checkpoint.toString()).isEqualTo(200);
                return new String(checkpoint.body(), StandardCharsets.UTF_8);
            } catch (HttpTimeoutException notYet) {
                assertThat(Instant.now()).as("in time").isBefore(end);
            }
        }
    }

    /** Each of these commands of one event is there once, in their order, with its receipt. */
    void holdsOneEventOfEach(Lane lane) throws Exception {
        for (PostingClient.Post post : lane.posts()) {
            Door.Answer again = lane.again(post, door);
            assertThat(again.status()).as(again.toString()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(post.receipt());
        }
        try (Connection connection = asOwner()) {
            List<String> commands = LogCheck.commandsOf(connection, lane.caseId());
            assertThat(commands.subList(1, commands.size()))
                    .isEqualTo(lane.posts().stream().map(PostingClient.Post::sessionId).toList());
            LogCheck.allSignedStands(connection, LogRows.readBy(connection));
        }
    }

    /** And all of these are there, once, in their order, and as their receipts have it. */
    void holdsExactly(List<Lane> lanes) throws Exception {
        for (Lane lane : lanes) {
            Recorded recorded = new Recorded(door, team(), lane.caseId());
            recorded.holdsExactly(lane.posts());
            recorded.isRepeatedWithTheSameReceipt(lane.posts());
            recorded.isNotRepeatedWithOtherWords(lane.posts());
        }
        try (Connection connection = asOwner()) {
            LogCheck.allSignedStands(connection, LogRows.readBy(connection));
        }
    }

    @Override
    public void close() {
        http.close();
        wire.close();
        node.close();
        database.close();
    }
}
