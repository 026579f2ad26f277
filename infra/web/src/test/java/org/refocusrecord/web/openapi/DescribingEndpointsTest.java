package org.refocusrecord.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.web.json.JsonAnswers;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribingEndpointsTest {

    /** An answer as a controller might give it. */
    record Receipt(String stream, long position, Instant recordedAt, List<Person> people) {}

    private static final String SESSION =
            """
            {"sessionId": "00000000-0000-4000-8000-000000000001",
             "caseId": "00000000-0000-4000-8000-000000000002",
             "occurredAt": "2012-03-14T10:00:00Z", "minutes": %s,
             "participants": [{"party": "SERVICE_USER"}], "recordedBy": "STAFF",
             "entries": [{"entryId": "00000000-0000-4000-8000-000000000003",
               "kind": "GOAL_STATUS", "status": "COMPLETED", "reason": {"text": "done"},
               "goalId": "00000000-0000-4000-8000-000000000004", "decidedBy": ["STAFF"]}]}\
            """;

    private final String document =
            JsonAnswers.mapper().writeValueAsString(OpenApi.document("0.1.0", endpoints()));

    @Test
    void another_reader_finds_nothing_wrong() {
        ParseOptions options = new ParseOptions();
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(document, List.of(), options);
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).containsKey("/api/v1/cases/{id}/closure");
    }

    @Test
    void every_schema_is_a_schema() {
        var meta =
                registry()
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        JsonNode schemas = tree().at("/components/schemas");
        assertThat(schemas.propertyNames()).contains("Session", "GoalSetEntry", "Closure");
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            assertThat(meta.validate(schema.getValue())).as(schema.getKey()).isEmpty();
        }
    }

    @Test
    void a_session_that_is_read_keeps_to_the_schema() {
        assertThat(errorsOf(SESSION.formatted("50"))).isEmpty();
        assertThat(errorsOf(SESSION.formatted("null"))).isEmpty();
        assertThat(errorsOf(SESSION.formatted("1441"))).isNotEmpty();
        assertThat(errorsOf(SESSION.formatted("50, \"colour\": \"red\""))).isNotEmpty();
    }

    @Test
    void every_read_lists_its_query_and_every_write_its_problems() {
        JsonNode read = tree().at("/paths").path("/api/v1/cases/{id}/care-plan").path("get");
        assertThat(read.path("parameters").findValuesAsString("name"))
                .containsExactly("id", "asOf", "knownAt", "minPosition", "Purpose");
        JsonNode write = tree().at("/paths").path("/api/v1/sessions").path("post");
        assertThat(write.path("responses").propertyNames())
                .containsExactly(
                        "200", "201", "400", "401", "403", "409", "413", "415", "500", "503");
    }

    @Test
    void what_the_path_gives_is_not_in_the_body() {
        JsonNode closure = tree().at("/components/schemas/Closure");
        assertThat(closure.path("properties").propertyNames())
                .contains("commandId", "recordedBy")
                .doesNotContain("caseId");
        assertThat(closure.path("required").toString()).doesNotContain("recordedBy");
    }

    private static List<Error> errorsOf(String session) {
        String schema =
                JsonAnswers.mapper()
                        .writeValueAsString(
                                Map.of(
                                        "$ref",
                                        "#/components/schemas/Session",
                                        "components",
                                        new DescribingEndpointsTest().tree().path("components")));
        return registry().getSchema(schema, InputFormat.JSON).validate(session, InputFormat.JSON);
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }

    private JsonNode tree() {
        return JsonAnswers.mapper().readTree(document);
    }

    private static List<EndpointDescription> endpoints() {
        List<EndpointDescription> endpoints = new ArrayList<>();
        endpoints.add(
                EndpointDescription.post("/api/v1/sessions", "Records a session.")
                        .roles("CLINICAL_SYSTEM", "WORKER")
                        .takes(new BodyDescription.OfCommand("session", Set.of()))
                        .answers(AnswerDescription.json(201, "Recorded.", Receipt.class))
                        .answers(AnswerDescription.json(200, "Repeated.", Receipt.class))
                        .problems(ProblemCode.SESSION_CONTENT_DIFFERS));
        Queries plan =
                Queries.of(
                        "/cases/{id}/care-plan",
                        QueryParameter.AS_OF,
                        QueryParameter.KNOWN_AT,
                        QueryParameter.MIN_POSITION);
        endpoints.add(
                EndpointDescription.get("/api/v1/cases/{id}/care-plan", "The care plan.")
                        .query(plan)
                        .headers("Purpose")
                        .answers(AnswerDescription.of(200, "The plan.", "application/json")));
        doors().map(DescribingEndpointsTest::endpoint).forEach(endpoints::add);
        return endpoints;
    }

    private static EndpointDescription endpoint(String door) {
        return EndpointDescription.post("/api/v1/cases/{id}/" + door, "Records " + door + ".")
                .takes(new BodyDescription.OfCommand(door, Set.of("caseId")))
                .answers(AnswerDescription.json(201, "Recorded.", Receipt.class));
    }

    private static Stream<String> doors() {
        return Stream.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY)
                .flatMap(vocabulary -> vocabulary.events().stream())
                .map(EventShape::name)
                .map(name -> name.door())
                .filter(door -> door.equals(door.toLowerCase(java.util.Locale.ROOT)))
                .filter(door -> !door.equals("session"))
                .distinct();
    }
}
