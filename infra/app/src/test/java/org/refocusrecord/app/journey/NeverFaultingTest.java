package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Whatever is sent: it is recorded, or refused with its faults; it is never a fault of ours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeverFaultingTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int A_CASE = 40;

    private static final List<JsonNode> STRANGE =
            List.of(
                    NODES.nullNode(),
                    NODES.booleanNode(true),
                    NODES.numberNode(-1),
                    NODES.numberNode(1.5),
                    NODES.numberNode(Long.MAX_VALUE),
                    NODES.numberNode(1e300),
                    NODES.stringNode(""),
                    NODES.stringNode("STAFF"),
                    NODES.stringNode("\u0000"),
                    NODES.stringNode("9999-12-31"),
                    NODES.stringNode("0000-01-01T00:00:00Z"),
                    NODES.stringNode("00000000-0000-0000-0000-000000000000"),
                    NODES.stringNode("x".repeat(10_001)),
                    NODES.arrayNode(),
                    NODES.arrayNode().add(NODES.nullNode()),
                    NODES.arrayNode().add("STAFF").add("STAFF"),
                    NODES.objectNode(),
                    NODES.objectNode().put("asBefore", true),
                    NODES.objectNode().put("party", "STAFF").putNull("id"),
                    NODES.objectNode().put("text", "x").put("statedBy", "CARER"));

    @Test
    void every_kind_of_entry_is_taken() {
        Story story = Story.begun();
        Body session = EveryKind.session(story);
        story.post(session).recorded();

        List<String> kinds =
                Vocabulary.CASE.events().stream()
                        .map(EventShape::name)
                        .map(name -> name.door())
                        .filter(door -> door.equals(door.toUpperCase(Locale.ROOT)))
                        .distinct()
                        .toList();
        assertThat(kinds).hasSizeGreaterThan(35);
        assertThat(EveryKind.entries())
                .extracting(entry -> ((Body) entry).text("kind"))
                .containsAll(kinds);
        story.plan(story.self, "?include=all").found();
        story.events(story.self).found();
        story.service.get("/api/v1/sessions/" + session.text("sessionId"), story.self).found();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_session_with_something_strange_in_any_place(long seed) {
        Random random = new Random(seed);
        Story story = Story.begun();
        int places = places(tree(EveryKind.session(story))).size();
        for (int place = 0; place < places; place++) {
            if (place % A_CASE == A_CASE - 1) {
                story = Story.begun();
            }
            JsonNode tree = tree(EveryKind.session(story));
            JsonNode strange = STRANGE.get(random.nextInt(STRANGE.size()));
            String at = places(tree).get(place);
            put(tree, at, strange);
            expectNoFault(story.post(tree), at + " := " + strange);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void an_amendment_with_something_strange_in_any_place(long seed) {
        Random random = new Random(seed);
        for (int index = 0; index < EveryKind.entries().size(); index++) {
            Story story = Story.begun();
            Body session = EveryKind.session(story);
            story.post(session).recorded();
            JsonNode entry = tree(session).at("/entries/" + index);
            Body whole = Story.amendment(entry.path("entryId").asString(), entry);
            for (String at : places(tree(whole))) {
                JsonNode tree = tree(whole.with("commandId", Story.id()));
                JsonNode strange = STRANGE.get(random.nextInt(STRANGE.size()));
                put(tree, at, strange);
                String token = random.nextBoolean() ? story.staff : story.self;
                expectNoFault(
                        story.service.post(
                                "/api/v1/cases/" + story.caseId + "/corrections", tree, token),
                        at + " := " + strange);
            }
            story.plan(story.self, "?include=all").found();
        }
    }

    @Test
    void an_erasure_with_something_strange_in_any_place() {
        Story story = Story.begun();
        Body session = EveryKind.session(story);
        story.post(session).recorded();
        Body erasure =
                Body.of(
                        "commandId", Story.id(),
                        "scope", "ENTRY",
                        "target", session.text("sessionId"),
                        "grounds", "OTHER",
                        "authority", "IG-3");
        for (String at : places(tree(erasure))) {
            for (JsonNode strange : STRANGE) {
                JsonNode tree = tree(erasure.with("commandId", Story.id()));
                put(tree, at, strange);
                String path = "/api/v1/cases/" + story.caseId + "/erasures";
                expectNoFault(story.service.post(path, tree, story.admin), at + " := " + strange);
            }
        }
        story.plan(story.self, "?include=all").found();
    }

    private static void expectNoFault(Answer answer, String what) {
        assertThat(answer.status())
                .as("%s: %s", what, answer.asText())
                .isIn(200, 201, 400, 403, 409, 422);
        if (answer.status() >= 400) {
            assertThat(answer.faults()).as(what).isNotEmpty();
        }
    }

    private static JsonNode tree(Body body) {
        return JsonAnswers.mapper().readTree(body.toString());
    }

    /** Pointers to all that stands in a document. */
    private static List<String> places(JsonNode tree) {
        List<String> places = new ArrayList<>();
        collect(tree, "", places);
        return places;
    }

    private static void collect(JsonNode node, String at, List<String> places) {
        if (!at.isEmpty()) {
            places.add(at);
        }
        node.propertyNames().forEach(name -> collect(node.path(name), at + "/" + name, places));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(node.get(index), at + "/" + index, places);
        }
    }

    private static void put(JsonNode tree, String at, JsonNode value) {
        int last = at.lastIndexOf('/');
        String name = at.substring(last + 1);
        switch (tree.at(at.substring(0, last))) {
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            case ObjectNode object -> object.set(name, value);
            case JsonNode other -> throw new IllegalArgumentException(other + " at " + at);
        }
    }
}
