package org.refocusrecord.app.demo;

import org.refocusrecord.app.demo.trial.Days;
import org.refocusrecord.app.demo.trial.Line;
import org.refocusrecord.app.demo.trial.Post;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.reading.Reading;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The posts of a trial, and their bodies read as the doors read them. */
final class Bodies {

    private static final ShapeReader READER = new ShapeReader(JsonNode::toString);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Person ACCOUNT = new Person(Party.OTHER, "local:admin");

    private Bodies() {}

    static Stream<Post> posts(Trial trial) {
        return trial.stages().stream().flatMap(List::stream).flatMap(Bodies::posts);
    }

    static Stream<Post> posts(Line line) {
        return line.posts().get().stream();
    }

    static JsonNode tree(Post post) {
        return StrictJson.parse(post.body()).tree();
    }

    /** Every text in a body, wherever it stands. */
    static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.values().stream().flatMap(Bodies::texts);
    }

    static Reading<?> read(Post post) {
        JsonBody body = StrictJson.parse(post.body());
        ReadingContext context = context(post);
        return switch (post.command()) {
            case "session" -> READER.session(body, context);
            case "own-entries" -> READER.ownEntries(body, context);
            default -> READER.command(post.command(), body, context);
        };
    }

    private static ReadingContext context(Post post) {
        String[] path = post.path().split("/", -1);
        ReadingContext context = ReadingContext.at(NOW, Days.ZONE).otherwise("recordedBy", ACCOUNT);
        if (path.length < 4) {
            return context;
        }
        ReadingContext given =
                switch (path[1]) {
                    case "cases" -> context.given("caseId", new CaseId(AnyId.of(path[2]).value()));
                    case "teams" -> context.given("teamId", new TeamId(AnyId.of(path[2]).value()));
                    default -> context.given("studyId", new StudyId(AnyId.of(path[2]).value()));
                };
        return post.command().equals("reply")
                ? given.given("disagreementId", new CommandId(AnyId.of(path[4]).value()))
                : given;
    }
}
