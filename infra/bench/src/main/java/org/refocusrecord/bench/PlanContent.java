package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

/**
 * What a plan says, line by line, wherever it comes from: each goal, step and action with its text,
 * its status and who is responsible.
 */
final class PlanContent {

    private PlanContent() {}

    static String line(
            String kind,
            String item,
            @Nullable String goal,
            @Nullable String text,
            @Nullable String status,
            @Nullable String responsible) {
        return String.join(
                "|",
                kind,
                item,
                String.valueOf(goal),
                String.valueOf(text),
                String.valueOf(status),
                String.valueOf(responsible));
    }

    /** Of a plan as the server answers it, in an order of its own. */
    static List<String> of(byte[] answer) {
        JsonNode plan = JsonMapper.shared().readTree(answer);
        List<String> lines = new ArrayList<>();
        for (JsonNode goal : plan.path("goals")) {
            String goalId = goal.path("goalId").asString();
            lines.add(
                    line(
                            "GOAL",
                            goalId,
                            null,
                            goal.path("statement").path("text").asString(),
                            goal.path("status").asString(),
                            null));
            for (JsonNode step : goal.path("steps")) {
                lines.add(item("STEP", step, "stepId", goalId, step.path("status").asString()));
            }
        }
        for (JsonNode action : plan.path("actions")) {
            lines.add(item("ACTION", action, "actionId", null, null));
        }
        return lines.stream().sorted().toList();
    }

    private static String item(
            String kind,
            JsonNode item,
            String id,
            @Nullable String goalId,
            @Nullable String status) {
        List<String> parties = new ArrayList<>();
        item.path("responsible").forEach(person -> parties.add(person.path("party").asString()));
        return line(
                kind,
                item.path(id).asString(),
                goalId,
                item.path("description").path("text").asString(),
                status,
                String.join("+", parties.stream().sorted().toList()));
    }
}
