package org.refocusrecord.web.problem;

import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a problem as {@code application/problem+json}. */
public final class ProblemJson {

    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonAnswers.mapper();

    private ProblemJson() {}

    /** The bytes of the body. */
    public static byte[] bytes(Problem problem) {
        return JSON.writeValueAsBytes(tree(problem));
    }

    /** The body as a tree, for answers that hold a problem within. */
    public static ObjectNode tree(Problem problem) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("type", problem.code().type());
        tree.put("title", problem.code().title());
        tree.put("status", problem.status());
        tree.put("code", problem.code().code());
        tree.put("detail", problem.detail());
        if (problem.id() != null) {
            tree.put("id", problem.id());
        }
        if (problem.retryAfter() != null) {
            tree.put("retryAfter", problem.retryAfter().intValue());
        }
        ArrayNode errors = tree.putArray("errors");
        for (Fault fault : problem.errors()) {
            errors.addObject()
                    .put("pointer", fault.pointer())
                    .put("code", fault.code().code())
                    .put("message", fault.message());
        }
        return tree;
    }
}
