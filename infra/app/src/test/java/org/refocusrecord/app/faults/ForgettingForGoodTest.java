package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.postgres.ViewsAnew;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was erased is gone from the disk, with whatever keys are left there; the views, made anew
 * from what is left, hold what they held.
 */
class ForgettingForGoodTest {

    private static final String OF_THE_ENTRY = "a heron waits below the lock gates";
    private static final String OF_THE_CASE = "eleven lanterns on the lightship";
    private static final String KEPT = "the quince tree flowers in march";

    /** Of a team, two cases, three sessions and two erasures, at the least. */
    private static final int RECORDED = 7;

    private static final Pattern SEALED = Pattern.compile("\"c\":\"([^\"]+)\"[^}]*?\"n\":(\\d+)");

    @TempDir private Path folder;

    /** A text as it is stored: which, and what is encrypted of it. */
    private record Sealed(String place, String c) {
        byte[] bytes() {
            return Base64.getDecoder().decode(c);
        }
    }

    @Test
    void what_was_erased_is_nowhere_to_be_found_and_no_key_opens_it() throws Exception {
        Path data = MadeAlready.in(folder.resolve("data"));
        List<Sealed> erased;
        List<Sealed> kept;
        KeysOnDisk before;
        KeysOnDisk after;
        Map<String, String> views;
        try (RefocusServer server = server(data)) {
            Door door = new Door(server.start());
            Team team = Team.on(data, door);
            String oneCase = team.openCase(door);
            String another = team.openCase(door);
            List<String> sessions = List.of(Team.id(), Team.id(), Team.id());
            done(post(door, team, team.session(oneCase, sessions.get(0), OF_THE_ENTRY)));
            done(post(door, team, team.session(oneCase, sessions.get(1), KEPT)));
            done(post(door, team, team.session(another, sessions.get(2), OF_THE_CASE)));
            erased = sealed(data, List.of(sessions.get(0), sessions.get(2)));
            kept = sealed(data, List.of(sessions.get(1)));
            before = KeysOnDisk.in(data);
            opens(before, erased, OF_THE_ENTRY, OF_THE_CASE);
            // The database does so by itself, in its own time.
            analyze(data);

            erase(
                    data,
                    door,
                    oneCase,
                    "\"scope\": \"ENTRY\", \"target\": \"%s\"".formatted(sessions.get(0)));
            erase(data, door, another, "\"scope\": \"CASE\"");
            awaitWiped(data);

            after = KeysOnDisk.in(data);
            views = Views.of(data, door).atHead(RECORDED);
        }
        assertThat(after.size()).isLessThan(before.size()).isGreaterThan(3);
        for (Sealed text : erased) {
            assertThat(after.tried(text.bytes(), text.place())).as(text.place()).isEmpty();
        }
        opens(after, kept, KEPT);
        List<byte[]> gone = new ArrayList<>(before.wrapped());
        gone.removeIf(key -> after.wrapped().stream().anyMatch(left -> Arrays.equals(left, key)));
        // Of the entry the session's own and those of its three entries; of the case its one.
        assertThat(gone).hasSize(5);
        assertThat(filesWith(data, gone)).isEmpty();
        assertThat(filesWith(data, after.wrapped()))
                .as("what is not destroyed is found by this search")
                .anyMatch(file -> !file.toString().contains("pg_wal"));
        assertThat(
                        filesWith(
                                data,
                                List.of(
                                        OF_THE_ENTRY.getBytes(ISO_8859_1),
                                        OF_THE_CASE.getBytes(ISO_8859_1),
                                        KEPT.getBytes(ISO_8859_1))))
                .isEmpty();

        ViewsAnew.in(data);
        try (RefocusServer server = server(data)) {
            Door door = new Door(server.start());
            assertThat(Views.of(data, door).atHead(RECORDED)).isEqualTo(views);
        }
    }

    private static RefocusServer server(Path data) {
        return new RefocusServer(
                new StartOrder(data, 0, null, List.of("--refocus.keys.wipe-every=300ms")), _ -> {});
    }

    private static Door.Answer post(Door door, Team team, String session)
            throws IOException, InterruptedException {
        return door.post("/api/v1/sessions", session, team.posting());
    }

    private static void done(Door.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static void opens(KeysOnDisk keys, List<Sealed> texts, String... said) {
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(keys.tried(text.bytes(), text.place()).orElse("nothing"))
                                .isIn(
                                        Stream.concat(
                                                        Stream.of(said),
                                                        Stream.of(
                                                                "Brought in from an older record."))
                                                .toList()));
    }

    private static String administrator(Path data, String account) throws IOException {
        return LocalIssuer.in(data)
                .token(TokenRequest.of(Role.ADMIN).subject(account), Instant.now());
    }

    private static void erase(Path data, Door door, String caseId, String what)
            throws IOException, InterruptedException {
        String erasure = Team.id();
        String path = "/api/v1/cases/" + caseId + "/erasures";
        String asking =
                "{\"commandId\": \"%s\", %s, \"grounds\": \"COURT_ORDER\", \"authority\": \"C-1\"}"
                        .formatted(erasure, what);
        done(door.post(path, asking, administrator(data, "first")));
        done(
                door.post(
                        path + "/" + erasure + "/approval",
                        "{\"commandId\": \"%s\"}".formatted(Team.id()),
                        administrator(data, "second")));
    }

    private static Connection owner(Path data) throws SQLException {
        return DatabaseAccess.owner(EmbeddedDatabase.ownerUrl(DataFolder.existing(data)))
                .getConnection();
    }

    private static void analyze(Path data) throws SQLException {
        try (Connection connection = owner(data);
                Statement statement = connection.createStatement()) {
            statement.execute("analyze refocus_keys.record_key, refocus_keys.data_key");
        }
    }

    private static List<Sealed> sealed(Path data, List<String> sessions) throws SQLException {
        List<Sealed> found = new ArrayList<>();
        try (Connection connection = owner(data);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select event_id, convert_from(payload, 'UTF8') from"
                                        + " refocus_log.event where command_id in ('"
                                        + String.join("', '", sessions)
                                        + "')")) {
            while (row.next()) {
                Matcher words = SEALED.matcher(row.getString(2));
                while (words.find()) {
                    found.add(new Sealed(row.getString(1) + "#" + words.group(2), words.group(1)));
                }
            }
        }
        return found;
    }

    private static void awaitWiped(Path data) throws Exception {
        try (Connection connection = owner(data);
                Statement statement = connection.createStatement()) {
            for (int tries = 0; tries < 300; tries++) {
                try (ResultSet row =
                        statement.executeQuery(
                                "select wiped = destroyed and wiped = 2 from"
                                        + " refocus_keys.wiping")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the server did not wipe the destroyed keys");
    }

    private static List<Path> filesWith(Path data, List<byte[]> sought) throws IOException {
        List<String> needles = sought.stream().map(bytes -> new String(bytes, ISO_8859_1)).toList();
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().contains("database")
                                    || file.toString().contains("keys"))
                    .filter(file -> holds(file, needles))
                    .toList();
        }
    }

    private static boolean holds(Path file, List<String> needles) {
        try {
            String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
            return needles.stream().anyMatch(bytes::contains);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
