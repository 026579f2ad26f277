package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.CanonicalJson;
import org.refocusrecord.eventlog.json.NotCanonical;
import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.IfMatch;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryClock;
import org.refocusrecord.web.reading.BodyReader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A command as it came, over HTTP, by a topic or as a line of an import: its name, its body, the
 * ids of its path, and when it was received.
 */
final class Received {

    /** A post takes no parameters: one that is sent all the same would change nothing. */
    private static final Queries NO_QUERY = Queries.of("");

    private final String name;
    private final Instant at;
    private final Instant sentAt;
    private final JsonBody body;
    private final @Nullable Long ifMatch;
    private final Object[] pathIds;
    private @Nullable String content;

    private Received(HttpServletRequest request, String name, Instant at, Object[] pathIds) {
        this.name = name;
        this.at = at;
        this.sentAt = at;
        this.pathIds = pathIds;
        List<Fault> beside = new ArrayList<>();
        read(beside, () -> NO_QUERY.read(request, new QueryClock(at, ZoneOffset.UTC)));
        this.ifMatch = read(beside, () -> IfMatch.version(request));
        JsonBody sent = BodyReader.read(request);
        beside.addAll(0, sent.faults());
        this.body = new JsonBody(sent.tree(), List.copyOf(beside));
    }

    private Received(String name, Instant at, Instant sentAt, JsonBody body, Object[] pathIds) {
        this.name = name;
        this.at = at;
        this.sentAt = sentAt;
        this.pathIds = pathIds;
        this.ifMatch = null;
        this.body = body;
    }

    /** A command that did not come over HTTP by itself, parted from the ids of its path. */
    static Received of(String name, Instant at, JsonBody body, Object... pathIds) {
        return new Received(name, at, at, body, pathIds);
    }

    /**
     * A session that waited in a topic: what counts as late is told by when it was sent there,
     * which was not after it was received.
     */
    static Received sent(Instant sentAt, Instant at, JsonBody body) {
        return new Received(
                Post.SESSION.command(), at, sentAt.isAfter(at) ? at : sentAt, body, new Object[0]);
    }

    /** Reads the body; {@code pathIds} are names and ids of the path in turn. */
    static Received of(HttpServletRequest request, String name, Instant at, Object... pathIds) {
        return new Received(request, name, at, pathIds);
    }

    /** What is wrong beside the body is told together with what is wrong in it. */
    private static <T> @Nullable T read(List<Fault> faults, Supplier<@Nullable T> part) {
        try {
            return part.get();
        } catch (ProblemException notReadable) {
            faults.addAll(notReadable.problem().errors());
            return null;
        }
    }

    /** The version that the caller read; null: any will do. */
    @Nullable Long ifMatch() {
        return ifMatch;
    }

    String name() {
        return name;
    }

    Instant at() {
        return at;
    }

    /** From when on it counts as late. */
    Instant sentAt() {
        return sentAt;
    }

    JsonBody body() {
        return body;
    }

    /**
     * What makes two posts the same: the name and the body with the ids of the path, in canonical
     * form.
     */
    String content() {
        String made = content;
        if (made == null) {
            made = canonical();
            content = made;
        }
        return made;
    }

    private String canonical() {
        JsonNode whole = body.tree();
        if (whole instanceof ObjectNode object && pathIds.length > 0) {
            ObjectNode copy = object.deepCopy();
            for (int index = 0; index < pathIds.length; index += 2) {
                copy.put(String.valueOf(pathIds[index]), String.valueOf(pathIds[index + 1]));
            }
            whole = copy;
        }
        try {
            return new String(CanonicalJson.contentOf(name, whole), StandardCharsets.UTF_8);
        } catch (NotCanonical number) {
            throw new ProblemException(
                    new Fault(
                            number.pointer(),
                            ProblemCode.VALUE_NOT_ALLOWED,
                            "A number that no double can hold exactly: send it as a text."));
        }
    }
}
