package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.security.Role.ADMIN;
import static org.refocusrecord.security.Role.AUDITOR;
import static org.refocusrecord.security.Role.CLINICAL_SYSTEM;
import static org.refocusrecord.security.Role.RESEARCHER;
import static org.refocusrecord.security.Role.SERVICE_USER;
import static org.refocusrecord.security.Role.TEAM_LEADER;
import static org.refocusrecord.security.Role.WORKER;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which role may knock at which door; what a role may not is refused before the body is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingForARoleTest {

    private static final Story STORY = Story.begun();
    private static final String STUDY = Story.id();
    private static final Set<Role> STAFF = EnumSet.of(CLINICAL_SYSTEM, WORKER, TEAM_LEADER);
    private static final Set<Role> STAFF_AND_PERSON =
            EnumSet.of(CLINICAL_SYSTEM, WORKER, TEAM_LEADER, SERVICE_USER);
    private static final Set<Role> STAFF_PERSON_AND_ADMIN =
            EnumSet.of(CLINICAL_SYSTEM, WORKER, TEAM_LEADER, SERVICE_USER, ADMIN);
    private static final Set<Role> READERS = EnumSet.of(WORKER, TEAM_LEADER, AUDITOR, SERVICE_USER);
    private static final Set<Role> ALL_BUT_THE_PERSON =
            EnumSet.complementOf(EnumSet.of(SERVICE_USER));

    /** Somebody with one role at one door. */
    record Knock(String path, Role role, boolean may) {
        @Override
        public String toString() {
            return role + (may ? " may " : " may not ") + path.replaceAll("[0-9a-f-]{36}", "{id}");
        }
    }

    static Stream<Knock> posts() {
        String ofCase = "/api/v1/cases/" + STORY.caseId;
        String ofTeam = "/api/v1/teams/" + STORY.team;
        String ofStudy = "/api/v1/studies/" + STUDY;
        return Stream.of(
                        knocks("/api/v1/sessions", STAFF),
                        knocks("/api/v1/cases", EnumSet.of(CLINICAL_SYSTEM)),
                        Stream.of(
                                        "care-coordinator",
                                        "transfers",
                                        "closure",
                                        "reopening",
                                        "death",
                                        "crisis-plan")
                                .flatMap(what -> knocks(ofCase + "/" + what, STAFF)),
                        knocks(ofCase + "/corrections", STAFF_PERSON_AND_ADMIN),
                        Stream.of("erasures", "erasures/" + Story.id() + "/approval")
                                .flatMap(what -> knocks(ofCase + "/" + what, EnumSet.of(ADMIN))),
                        Stream.of("disagreements", "disagreements/" + Story.id() + "/replies")
                                .flatMap(what -> knocks(ofCase + "/" + what, STAFF_AND_PERSON)),
                        knocks(ofCase + "/own-entries", EnumSet.of(SERVICE_USER)),
                        knocks("/api/v1/teams", EnumSet.of(ADMIN)),
                        knocks(ofTeam + "/allocation", EnumSet.of(ADMIN)),
                        Stream.of(
                                        "staff",
                                        "implementation-sessions",
                                        "partnership-project",
                                        "measures",
                                        "data-gaps",
                                        "corrections")
                                .flatMap(what ->
                                        knocks(
                                                ofTeam + "/" + what,
                                                EnumSet.of(ADMIN, TEAM_LEADER))),
                        knocks("/api/v1/studies", EnumSet.of(ADMIN)),
                        knocks(ofStudy + "/participants", EnumSet.of(ADMIN)),
                        knocks(ofStudy + "/corrections", EnumSet.of(ADMIN)),
                        knocks(ofStudy + "/definitions", EnumSet.of(ADMIN, RESEARCHER)))
                .flatMap(knocks -> knocks);
    }

    static Stream<Knock> reads() {
        String ofCase = "/api/v1/cases/" + STORY.caseId;
        return Stream.of(
                        knocks(ofCase, READERS),
                        knocks(ofCase + "/care-plan", READERS),
                        knocks(ofCase + "/events", READERS),
                        knocks(ofCase + "/evidence", EnumSet.of(AUDITOR, SERVICE_USER)),
                        knocks(
                                "/api/v1/integrity/events/" + Story.id() + "/proof",
                                EnumSet.allOf(Role.class)),
                        knocks("/api/v1/sessions/" + Story.id(), READERS),
                        knocks("/api/v1/cases", READERS),
                        knocks("/api/v1/teams", ALL_BUT_THE_PERSON),
                        knocks("/api/v1/teams/" + STORY.team, ALL_BUT_THE_PERSON),
                        knocks("/api/v1/studies/" + STUDY, ALL_BUT_THE_PERSON),
                        knocks(
                                "/api/v1/teams/" + STORY.team + "/notices",
                                EnumSet.of(TEAM_LEADER, AUDITOR)),
                        knocks(
                                "/api/v1/teams/" + STORY.team + "/participation",
                                EnumSet.of(TEAM_LEADER, AUDITOR, RESEARCHER)),
                        knocks("/api/v1/retention", EnumSet.of(ADMIN)),
                        knocks("/api/v1/projections", EnumSet.of(ADMIN)),
                        knocks("/api/v1/parked", EnumSet.of(ADMIN)),
                        knocks("/api/v1/audit/goals", EnumSet.of(AUDITOR)),
                        knocks("/api/v1/audit/responsibility", EnumSet.of(AUDITOR)))
                .flatMap(knocks -> knocks);
    }

    /** A read of a path as described, with the ids of the story in it. */
    private static String named(String described) {
        return described
                .replace("/cases/{id}", "/cases/" + STORY.caseId)
                .replace("/teams/{id}", "/teams/" + STORY.team)
                .replaceAll("\\{[^}]+}", STUDY);
    }

    @Test
    void the_document_says_for_whom_each_read_is() {
        JsonNode paths = STORY.service.get("/openapi.json", "").found().at("/paths");
        int reads = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            JsonNode roles = path.getValue().path("get").path("x-roles");
            if (roles.isMissingNode()) {
                continue;
            }
            reads++;
            for (Role role : Role.values()) {
                Answer answer = STORY.service.get(named(path.getKey()), widest(role));
                boolean said =
                        roles.valueStream().anyMatch(each -> each.asString().equals(role.name()));
                assertThat(answer.code().equals("role.not-enough"))
                        .as(role + " at " + path.getKey() + ": " + answer.asText())
                        .isEqualTo(!said);
            }
        }
        assertThat(reads).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void a_post(Knock knock) {
        Answer answer = STORY.service.post(knock.path(), "{}", token(knock.role()));
        if (knock.may()) {
            assertThat(answer.status()).as(answer.asText()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("field.missing");
        } else {
            answer.refused(403, "role.not-enough ");
        }
    }

    static Stream<Knock> deeds() {
        String ofView = "/api/v1/projections/no-such/";
        return Stream.concat(
                knocks("/api/v1/parked/" + Story.id() + "/release", EnumSet.of(ADMIN)),
                Stream.of("rebuild", "pause", "resume", "cancel", "accept")
                        .flatMap(deed -> knocks(ofView + deed, EnumSet.of(ADMIN))));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void a_deed_that_takes_no_body(Knock knock) {
        Answer answer = STORY.service.post(knock.path(), "{}", widest(knock.role()));
        if (knock.may()) {
            assertThat(answer.status()).as(answer.asText()).isIn(200, 404);
        } else {
            answer.refused(403, "role.not-enough ");
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_read(Knock knock) {
        Answer answer = STORY.service.get(knock.path(), token(knock.role()));
        if (knock.may()) {
            assertThat(answer.status()).as(answer.asText()).isIn(200, 404);
        } else {
            answer.refused(403, "role.not-enough ");
        }
    }

    private static Stream<Knock> knocks(String path, Set<Role> may) {
        return Arrays.stream(Role.values()).map(role -> new Knock(path, role, may.contains(role)));
    }

    /** What is of all trusts is for an administrator of all. */
    private static String widest(Role role) {
        return role == Role.ADMIN ? STORY.everywhere : token(role);
    }

    private static String token(Role role) {
        return STORY.service.token(
                TokenRequest.of(role)
                        .trust(STORY.trust)
                        .teams(TeamId.of(STORY.team))
                        .worker(WorkerId.of(STORY.worker))
                        .serviceUser(ServiceUserId.of(STORY.person))
                        .studies(StudyId.of(STUDY)));
    }
}
