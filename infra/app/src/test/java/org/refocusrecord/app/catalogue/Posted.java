package org.refocusrecord.app.catalogue;

import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.team.TeamEvent;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** Answers are posted flat; they are stored with a salt beside them. */
final class Posted {

    private static final String ANSWERS = "answers";

    private Posted() {}

    /** What would be posted for that payload, where it holds answers. */
    static Optional<ObjectNode> of(EventShape shape, JsonNode payload) {
        JsonNode items = payload.path(ANSWERS).path("items");
        if (!items.isObject()) {
            return Optional.empty();
        }
        ObjectNode posted = ((ObjectNode) payload.deepCopy()).set(ANSWERS, items);
        if (TeamEvent.class.isAssignableFrom(shape.type())) {
            posted.remove("teamId");
        }
        return Optional.of(posted);
    }
}
