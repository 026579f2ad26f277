package org.refocusrecord.web.json;

import org.refocusrecord.web.problem.Fault;

import tools.jackson.databind.JsonNode;

import java.util.List;

/**
 * A body as parsed, before anybody asked what it means.
 *
 * @param tree what was sent; of a key that stood twice, the first value
 * @param faults the keys that stood twice
 */
public record JsonBody(JsonNode tree, List<Fault> faults) {

    /** A part of a body that was parsed whole. */
    public static JsonBody of(JsonNode tree) {
        return new JsonBody(tree, List.of());
    }
}
