package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Passwords;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An administrator has views rebuilt, and what was parked applied. */
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LookingAfterViewsTest {

    @TempDir private static Path data;
    private static Service service;
    private Story story;

    @BeforeAll
    static void a_service_of_its_own() throws Exception {
        service = Service.alone(data);
    }

    @BeforeEach
    void with_somebody_to_write_about() {
        story = Story.begun(service);
    }

    @AfterAll
    static void that_ends() {
        service.close();
    }

    private JsonNode done(String name, String deed) {
        Answer answer =
                service.post("/api/v1/projections/" + name + "/" + deed, "", story.everywhere);
        assertThat(answer.found().header("X-Position")).isNotEmpty();
        return among(answer.body(), name);
    }

    private JsonNode view(String name) {
        return among(service.get("/api/v1/projections", story.everywhere).found().body(), name);
    }

    private List<String> views() {
        return service.get("/api/v1/projections", story.everywhere)
                .found()
                .body()
                .valueStream()
                .map(view -> view.path("name").asString())
                .toList();
    }

    private static JsonNode among(JsonNode views, String name) {
        return views.valueStream()
                .filter(view -> view.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode until(String name, String state) throws InterruptedException {
        JsonNode view = view(name);
        while (!view.at("/rebuild/state").asString("").equals(state)) {
            Thread.sleep(20);
            view = view(name);
        }
        return view.path("rebuild");
    }

    /** Of somebody who has power over all of the database. */
    private static Connection superuser() throws SQLException {
        DataFolder folder = DataFolder.existing(data);
        URI url = URI.create(EmbeddedDatabase.ownerUrl(folder));
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:" + url.getPort() + url.getPath());
        database.setUser("postgres");
        database.setPassword(new Passwords(folder).of("postgres"));
        return database.getConnection();
    }

    private static void altered(String caseId) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update refocus_views.retention set care_ended_on = '2001-01-01'"
                            + " where case_id = '%s'".formatted(caseId));
        }
    }

    @Test
    void each_view_is_rebuilt_to_what_it_was_with_what_older_programs_recorded_too()
            throws Exception {
        new OldWorry(story).recorded();
        long position = story.events(story.staff).found().at("/events/4/position").asLong();
        service.get("/api/v1/parked?minPosition=" + position, story.everywhere).found();
        for (String name : views()) {
            String digest = view(name).path("digest").asString();

            assertThat(done(name, "rebuild").at("/rebuild/state").asString()).isEqualTo("FOLDING");

            JsonNode rebuild = until(name, "LIVE");
            assertThat(rebuild.path("begunBy").asString()).isNotEmpty();
            assertThat(rebuild.path("comparedAt").isNull()).isTrue();
            assertThat(rebuild.path("handled")).isEqualTo(rebuild.path("of"));
            assertThat(view(name).path("digest").asString()).isEqualTo(digest);
        }
        service.get("/api/v1/cases", story.staff).found();
    }

    @Test
    void one_that_differs_waits_for_a_word_and_keeps_who_gave_it() throws Exception {
        story.held("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        service.get("/api/v1/cases?minPosition=" + head(), story.staff).found();
        altered(story.caseId);
        done("retention", "rebuild");

        JsonNode rebuild = until("retention", "DIFFERS");
        while (!rebuild.path("told").asBoolean()) {
            rebuild = view("retention").path("rebuild");
        }
        assertThat(rebuild.at("/differs/0/stream").asString()).isEqualTo("case/" + story.caseId);
        assertThat(rebuild.at("/differs/0/table").asString()).isEqualTo("retention");
        String elsewhere = service.token(TokenRequest.of(Role.ADMIN).trust("ELSEWHERE"));
        JsonNode told = service.get("/api/v1/projections", elsewhere).found().body();
        assertThat(among(told, "retention").at("/rebuild/differs")).isEmpty();
        assertThat(among(told, "retention").at("/rebuild/state").asString()).isEqualTo("DIFFERS");
        assertThat(called("projections")).isEqualTo(1);
        assertThat(called("projections", "rebuild", "retention", "--wait")).isEqualTo(1);
        assertThat(calledBy(elsewhere, "projections", "rebuild", "retention", "--wait"))
                .isEqualTo(1);

        assertThat(calledBy(elsewhere, "projections", "accept", "retention"))
                .as("who is not shown what differs does not let it go live")
                .isNotZero();
        assertThat(view("retention").at("/rebuild/acceptedBy").isNull()).isTrue();
        assertThat(called("projections", "accept", "retention")).isZero();

        JsonNode ended = until("retention", "LIVE");
        assertThat(ended.path("acceptedBy").asString()).isEqualTo(ended.path("endedBy").asString());
        assertThat(ended.path("acceptedAt").asString()).isNotEmpty();
        assertThat(called("projections", "accept", "retention")).isEqualTo(1);
        assertThat(called("projections", "rebuild", "retention", "--wait")).isZero();
        assertThat(called("projections", "list")).isZero();
    }

    private long head() {
        return service.get("/api/v1/projections", story.everywhere).found().at("/0/head").asLong();
    }

    @Test
    void what_could_not_be_read_is_applied_when_it_can_be() throws Exception {
        String path = "/api/v1/parked/" + story.caseId + "/release";
        assertThat(service.post(path, "", story.everywhere).found().body()).isEmpty();
        for (String name : views()) {
            done(name, "pause");
        }
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), "To cook again."));
        try (LogTampering.Unknown _ = LogTampering.unknown(story, "goal.set")) {
            for (String name : views()) {
                done(name, "resume");
            }
            service.get("/api/v1/parked?minPosition=" + head(), story.everywhere).found();
            assertThat(service.post(path, "", story.everywhere).found().body())
                    .isNotEmpty()
                    .allSatisfy(each -> {
                        assertThat(each.path("stream").asString())
                                .isEqualTo("case/" + story.caseId);
                        assertThat(each.path("cause").asString()).contains("goal.dreamt-of");
                    });
            assertThat(called("parked")).isEqualTo(1);
            assertThat(called("parked", "release", "case/" + story.caseId)).isEqualTo(1);
            String elsewhere = service.token(TokenRequest.of(Role.ADMIN).trust("ELSEWHERE"));
            assertThat(service.post(path, "", elsewhere).found().body()).isEmpty();
        }
        service.post(path + "?now=true", "", story.everywhere).refused(400, "query.unknown /now");
        service.post("/api/v1/parked/nobody/release", "", story.everywhere)
                .refused(404, "case.unknown ");

        assertThat(called("parked", "release", story.caseId)).isZero();

        assertThat(service.get("/api/v1/parked", story.everywhere).found().body()).isEmpty();
        assertThat(called("parked", "list")).isZero();
        // What was applied late is what is folded at once.
        assertThat(called("projections", "rebuild", "caseload", "--wait")).isZero();
    }

    @Test
    void what_is_not_there_is_said_to_be_not_there() {
        for (String deed : List.of("rebuild", "pause", "resume", "cancel", "accept")) {
            service.post("/api/v1/projections/no-such/" + deed, "{}", story.everywhere)
                    .refused(404, "projection.unknown ");
            service.post("/api/v1/projections/teams/" + deed + "?x=1", "{}", story.everywhere)
                    .refused(400, "query.unknown /x");
        }
        service.post("/api/v1/projections/no-such/pause?of=REBUILD", "{}", story.everywhere)
                .refused(404, "projection.unknown ");
        service.post("/api/v1/projections/teams/pause?of=VIEW", "{}", story.everywhere)
                .refused(400, "value.not-allowed /of");
        assertThat(called("projections", "pause", "no-such")).isEqualTo(2);
        assertThat(called("projections", "pause", "No Such")).isEqualTo(2);
        assertThat(called("parked", "release", "nobody")).isEqualTo(2);
        assertThat(called("projections", "dance")).isEqualTo(2);
        assertThat(done("teams", "cancel").path("name").asString()).isEqualTo("teams");
        assertThat(done("teams", "accept").at("/rebuild/acceptedBy").isString()).isFalse();
    }

    @Test
    void it_is_paused_gone_on_with_and_given_up_from_the_command_line() throws Exception {
        try (Connection reader = superuser();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            // As long as somebody reads what is live it does not go live.
            reading.execute("lock table refocus_views.readers in access share mode");
            assertThat(called("projections", "rebuild", "notices")).isZero();
            assertThat(called("projections", "pause", "notices")).isZero();
            assertThat(view("notices").at("/rebuild/state").asString()).isEqualTo("PAUSED");
            assertThat(view("notices").path("state").asString()).isNotEqualTo("PAUSED");
            assertThat(called("projections", "resume", "notices")).isZero();
            assertThat(view("notices").at("/rebuild/state").asString()).isEqualTo("FOLDING");
            assertThat(called("projections", "pause", "notices", "--rebuild")).isZero();
            assertThat(view("notices").at("/rebuild/state").asString()).isEqualTo("PAUSED");
            assertThat(called("projections", "cancel", "notices")).isZero();
            assertThat(view("notices").at("/rebuild/state").asString()).isEqualTo("CANCELLED");
        }
        assertThat(called("projections", "pause", "notices", "--rebuild"))
                .as("it has ended meanwhile")
                .isEqualTo(1);
        assertThat(view("notices").path("state").asString()).isNotEqualTo("PAUSED");
        assertThat(view("notices").at("/rebuild/state").asString()).isEqualTo("CANCELLED");
    }

    private int called(String... call) {
        return calledBy(story.everywhere, call);
    }

    private static int calledBy(String token, String... call) {
        List<String> all = new ArrayList<>(List.of(call));
        all.addAll(List.of("--url", service.url(), "--token", token));
        return RefocusRecord.commandLine().execute(all.toArray(String[]::new));
    }
}
