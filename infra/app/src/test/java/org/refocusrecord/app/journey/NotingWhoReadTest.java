package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every read of a person's record leaves an entry, the right one and no other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotingWhoReadTest {

    private static final String SAID = "To keep bees behind the gasworks.";
    private static final String WHY = "COMPLAINT; as asked for on Monday";

    private static final Story STORY = told();
    private static final Story ELSEWHERE = Story.begun();
    private static final Service SERVICE = STORY.service;
    private static final WhoRead READS = new WhoRead(STORY);
    private static final JsonNode DOORS = SERVICE.get("/openapi.json", "").found().at("/paths");

    /**
     * What is read at a door.
     *
     * @param what its code; empty: nobody's record
     * @param named whether the case is named, so that it can be refused
     */
    private record Read(String what, String path, boolean named) {}

    private static final Map<String, Read> TABLE = table();

    private static Story told() {
        Story story = Story.begun();
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), SAID));
        Body closure =
                Body.of(
                        "commandId",
                        Story.id(),
                        "reason",
                        "PERSON_WISHED",
                        "on",
                        "2011-06-30",
                        "recordedBy",
                        Story.worker(story.worker));
        story.command("closure", closure, story.system).recorded();
        return story;
    }

    private static Map<String, Read> table() {
        Map<String, Read> table = new HashMap<>();
        JsonNode event = STORY.events(STORY.auditor).found().at("/events/1");
        String session = event.path("commandId").asString();
        String ofCase = "/api/v1/cases/" + STORY.caseId;
        String only = "?caseId=" + STORY.caseId;
        // All that was recorded is in the views before one of them is asked.
        String caught = "?minPosition=" + event.path("position").asLong();
        named(table, "CASE", "/api/v1/cases/{id}", ofCase);
        named(table, "CARE_PLAN", "/api/v1/cases/{id}/care-plan", ofCase + "/care-plan");
        named(
                table,
                "PLAN_CHANGES",
                "/api/v1/cases/{id}/care-plan/changes",
                ofCase + "/care-plan/changes");
        named(table, "TIMELINE", "/api/v1/cases/{id}/timeline", ofCase + "/timeline");
        named(table, "EVENTS", "/api/v1/cases/{id}/events", ofCase + "/events");
        named(table, "EVIDENCE", "/api/v1/cases/{id}/evidence", ofCase + "/evidence");
        named(table, "SESSION", "/api/v1/sessions/{id}", "/api/v1/sessions/" + session);
        named(
                table,
                "EVENT_PROOF",
                "/api/v1/integrity/events/{eventId}/proof",
                "/api/v1/integrity/events/" + event.path("eventId").asString() + "/proof");
        for (String audit : List.of("goals", "responsibility", "cohorts", "access")) {
            String path = "/api/v1/audit/" + audit;
            named(table, audit(audit), path, path + only);
        }
        for (String audit : List.of("plan-actions", "plan-responsibility")) {
            String path = "/api/v1/audit/" + audit;
            named(table, "PLAN_AUDIT", path, path + only + "&dates=2011-03-31");
        }
        listed(table, "CARE_PLAN", "/api/v1/care-plans", caught);
        listed(table, "CASE_LIST", "/api/v1/cases", caught + "&limit=1000");
        listed(table, "NOTICES", "/api/v1/teams/{id}/notices", caught);
        listed(table, "RETENTION", "/api/v1/retention", caught + "&limit=1000");
        for (String path :
                List.of(
                        "/api/v1/teams",
                        "/api/v1/teams/{id}",
                        "/api/v1/teams/{id}/participation",
                        "/api/v1/studies/{id}",
                        "/api/v1/projections",
                        "/api/v1/parked",
                        // What could not be read is of nobody who is known.
                        "/api/v1/dead-letters",
                        "/api/v1/dead-letters/{id}",
                        "/api/v1/integrity/checkpoint",
                        "/api/v1/integrity/public-key",
                        "/api/v1/integrity/consistency",
                        "/api/v1/sessions/{id}/receipt",
                        "/api/v1/commands/{id}/receipt")) {
            String of = path.contains("/teams/") ? STORY.team : session;
            table.put(path, new Read("", path.replace("{id}", of), false));
        }
        return table;
    }

    private static String audit(String name) {
        return switch (name) {
            case "goals" -> "GOALS_AUDIT";
            case "access" -> "ACCESS_LOG";
            default -> "RESPONSIBILITY";
        };
    }

    private static void named(Map<String, Read> table, String what, String door, String path) {
        table.put(door, new Read(what, path, true));
    }

    private static void listed(Map<String, Read> table, String what, String door, String query) {
        table.put(door, new Read(what, door.replace("{id}", STORY.team) + query, false));
    }

    static Stream<String> doorsThatAreRead() {
        return DOORS.properties().stream()
                .filter(door -> door.getValue().has("get"))
                .map(Map.Entry::getKey)
                .filter(door -> door.startsWith("/api/v1/"));
    }

    private static Set<Role> rolesOf(String door) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        DOORS.path(door)
                .at("/get/x-roles")
                .forEach(role -> roles.add(Role.valueOf(role.asString())));
        return roles.isEmpty() ? EnumSet.allOf(Role.class) : roles;
    }

    private static Read read(String door) {
        return Objects.requireNonNull(
                TABLE.get(door),
                "say in the table what is read at " + door + ", or that nothing is");
    }

    @ParameterizedTest
    @MethodSource("doorsThatAreRead")
    void what_is_shown_leaves_one_entry_with_who_what_and_what_for(String door) {
        Read read = read(door);
        for (Role role : rolesOf(door)) {
            String account = WhoRead.account();
            Answer answer = SERVICE.get(read.path(), READS.token(role, account), "Purpose", WHY);
            List<JsonNode> found = READS.by(account);
            if (read.what().isEmpty()) {
                assertThat(found).as("%s %s", role, read.path()).isEmpty();
            } else if (answer.status() == 200) {
                assertThat(found).as("%s %s", role, read.path()).hasSize(1);
                assertThat(told(found.getFirst()))
                        .isEqualTo(expected(read.what(), role, account, "SHOWN"));
            } else {
                // A researcher, or an administrator, asks for a proof.
                answer.hasStatus(404);
                assertThat(told(found.getFirst()))
                        .isEqualTo(expected(read.what(), role, account, "REFUSED"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("doorsThatAreRead")
    void what_is_there_and_out_of_scope_looks_as_if_it_were_not_and_leaves_an_entry(String door) {
        Read read = read(door);
        WhoRead others = new WhoRead(ELSEWHERE);
        for (Role role : rolesOf(door)) {
            String account = WhoRead.account();
            String token = others.token(role, account);
            Answer there = SERVICE.get(read.path(), token, "Purpose", WHY);
            List<JsonNode> found = READS.by(account);
            if (!read.named()) {
                assertThat(found).as("%s %s", role, read.path()).isEmpty();
                continue;
            }
            assertThat(found).as("%s %s", role, read.path()).hasSize(1);
            assertThat(found.getFirst().path("outcome").asString()).isEqualTo("REFUSED");
            assertThat(found.getFirst().path("what").asString()).isEqualTo(read.what());
            Answer nowhere = SERVICE.get(elsewhere(read.path()), token, "Purpose", WHY);
            assertThat(there.status()).isEqualTo(nowhere.status());
            assertThat(there.at("/code")).isEqualTo(nowhere.at("/code"));
        }
    }

    /** The same with ids of nothing. */
    private static String elsewhere(String path) {
        return path.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Story.id());
    }

    private static Map<String, String> told(JsonNode access) {
        Map<String, String> told = new TreeMap<>();
        access.properties().stream()
                .filter(one -> !one.getValue().isNull())
                .forEach(one -> told.put(one.getKey(), one.getValue().asString("")));
        JsonNode by = access.path("by");
        told.put("by", by.path("party").asString() + "/" + by.path("id").asString());
        assertThat(told.remove("id")).isNotBlank();
        assertThat(told.remove("at"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        return told;
    }

    private static Map<String, String> expected(
            String what, Role role, String account, String outcome) {
        String by =
                switch (role) {
                    case WORKER -> "STAFF/" + STORY.worker;
                    case SERVICE_USER -> "SERVICE_USER/" + STORY.person;
                    case TEAM_LEADER, AUDITOR, CLINICAL_SYSTEM, RESEARCHER, ADMIN ->
                            "OTHER/" + account;
                };
        return new TreeMap<>(
                Map.of(
                        "account",
                        account,
                        "by",
                        by,
                        "caseId",
                        STORY.caseId,
                        "outcome",
                        outcome,
                        "purpose",
                        "COMPLAINT",
                        "purposeWords",
                        "as asked for on Monday",
                        "role",
                        role.name(),
                        "what",
                        what));
    }

    @Test
    void the_clocks_that_were_asked_for_are_told() {
        String account = WhoRead.account();
        String token = READS.token(Role.WORKER, account);
        STORY.plan(token, "?asOf=2011-04-01T00:00:00Z&knownAt=2020-01-01T00:00:00Z").found();
        STORY.plan(token, "").found();

        List<JsonNode> found = READS.by(account);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().path("asOf").isNull()).isTrue();
        assertThat(found.getLast().path("asOf").asString())
                .isEqualTo("2011-04-01T00:00:00.000000Z");
        assertThat(found.getLast().path("knownAt").asString())
                .isEqualTo("2020-01-01T00:00:00.000000Z");
    }

    @Test
    void what_is_not_there_or_cannot_be_read_or_counts_many_cases_leaves_no_entry() {
        String account = WhoRead.account();
        String worker = READS.token(Role.WORKER, account);
        String auditor = READS.token(Role.AUDITOR, account);
        SERVICE.get("/api/v1/cases/" + Story.id(), worker).refused(404, "case.unknown ");
        STORY.plan(worker, "?asof=2012-01-01").refused(400, "query.unknown /asof");
        STORY.plan(READS.token(Role.ADMIN, account), "").refused(403, "role.not-enough ");
        SERVICE.get("/api/v1/audit/responsibility", auditor).found();
        SERVICE.get("/api/v1/audit/goals?from=2019-01-01&to=2019-01-02", auditor).found();

        assertThat(READS.by(account)).isEmpty();
    }

    @Test
    void a_page_of_goals_tells_of_the_cases_that_stand_on_it() {
        String account = WhoRead.account();
        SERVICE.get("/api/v1/audit/goals", READS.token(Role.AUDITOR, account)).found();

        assertThat(whats(READS.by(account))).containsExactly("GOALS_AUDIT");
    }

    @Test
    void of_several_roles_it_is_read_in_the_first_by_which_it_is_in_scope() {
        String account = WhoRead.account();
        TokenRequest both =
                TokenRequest.of(Role.WORKER, Role.AUDITOR).trust(STORY.trust).subject(account);
        SERVICE.get("/api/v1/cases/" + STORY.caseId, SERVICE.token(both)).found();
        SERVICE.get("/api/v1/cases?limit=1000", SERVICE.token(both)).found();

        assertThat(READS.by(account))
                .extracting(each -> each.path("role").asString())
                .containsExactly("AUDITOR", "AUDITOR");
    }

    @Test
    void events_as_lines_are_one_read_and_so_is_an_end_without_any() {
        String account = WhoRead.account();
        String token = READS.token(Role.WORKER, account);
        STORY.events(token, "Accept", "application/x-ndjson").found();
        SERVICE.get(
                        "/api/v1/cases/" + STORY.caseId + "/events?after=1000",
                        token,
                        "Accept",
                        "application/x-ndjson")
                .found();

        assertThat(whats(READS.by(account))).containsExactly("EVENTS", "EVENTS");
    }

    @Test
    void the_person_sees_who_read_and_need_not_say_which_case() {
        String account = WhoRead.account();
        STORY.plan(READS.token(Role.WORKER, account), "").found();
        READS.by(account);

        for (String of : List.of("?", "?caseId=" + STORY.caseId + "&")) {
            Answer own =
                    SERVICE.get("/api/v1/audit/access" + of + "by=" + account, STORY.self).found();
            assertThat(own.at("/accesses")).hasSize(1);
            assertThat(own.text("/accesses/0/by/id")).isEqualTo(STORY.worker);
            assertThat(own.text("/accesses/0/what")).isEqualTo("CARE_PLAN");
        }
        assertThat(
                        SERVICE.get("/api/v1/audit/access?by=" + STORY.worker, STORY.self)
                                .found()
                                .at("/accesses"))
                .as("a worker is found by the id too")
                .isNotEmpty();
        SERVICE.get("/api/v1/audit/access", STORY.auditor)
                .refused(400, "query.not-readable /caseId");
        assertThat(
                        SERVICE.get("/api/v1/audit/access", STORY.selfToken(Story.id()))
                                .found()
                                .at("/accesses"))
                .as("of somebody who has no record")
                .isEmpty();
    }

    @Test
    void whoever_reads_the_case_otherwise_does_not_read_who_read_it() {
        String account = WhoRead.account();
        TokenRequest both =
                TokenRequest.of(Role.WORKER, Role.AUDITOR)
                        .trust("ELSEWHERE")
                        .worker(WorkerId.of(STORY.worker))
                        .subject(account);
        STORY.plan(SERVICE.token(both), "").found();
        SERVICE.get("/api/v1/audit/access?caseId=" + STORY.caseId, SERVICE.token(both))
                .refused(404, "case.unknown ");

        assertThat(READS.by(account))
                .extracting(each -> each.path("outcome").asString())
                .containsExactly("REFUSED", "SHOWN");
    }

    @Test
    void a_long_list_comes_in_pages_the_latest_first() {
        String account = WhoRead.account();
        String token = READS.token(Role.WORKER, account);
        for (int read = 0; read < 7; read++) {
            STORY.plan(token, "?minPosition=" + read).found();
        }
        List<JsonNode> whole = READS.by(account);
        assertThat(whole).hasSize(7);
        assertThat(READS.all("&by=" + account, 3)).isEqualTo(whole);
        List<String> times = new ArrayList<>();
        whole.forEach(each -> times.add(each.path("at").asString()));
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));

        String third = "&from=%s&to=%s".formatted(times.get(2), times.get(2));
        assertThat(READS.all("&by=" + account + third, null)).contains(whole.get(2));
        assertThat(READS.all("&by=" + account + "&from=2999-01-01", null)).isEmpty();
    }

    @Test
    void nothing_that_stands_in_a_record_is_in_the_access_log() throws SQLException {
        String account = WhoRead.account();
        STORY.plan(READS.token(Role.AUDITOR, account), "?include=all").found();
        READS.by(account);

        try (Connection owner = owner()) {
            assertThat(
                            texts(
                                    owner,
                                    "select column_name from information_schema.columns where"
                                            + " table_schema = 'refocus_access' and table_name ="
                                            + " 'access' order by 1"))
                    .as("whoever adds a column thinks of what may not be in it")
                    .containsExactly(
                            "account",
                            "as_of",
                            "at",
                            "case_id",
                            "id",
                            "known_at",
                            "outcome",
                            "person",
                            "purpose",
                            "purpose_words",
                            "role",
                            "what");
            List<String> rows = texts(owner, "select a::text from refocus_access.access a");
            assertThat(rows).anyMatch(row -> row.contains(account));
            assertThat(rows).noneMatch(row -> row.contains("bees") || row.contains("gasworks"));
        }
    }

    private static Connection owner() throws SQLException {
        String url = EmbeddedDatabase.ownerUrl(DataFolder.at(SERVICE.data()));
        return DatabaseAccess.owner(url).getConnection();
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static List<String> whats(List<JsonNode> accesses) {
        return accesses.stream().map(each -> each.path("what").asString()).toList();
    }
}
