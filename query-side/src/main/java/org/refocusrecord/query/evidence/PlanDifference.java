package org.refocusrecord.query.evidence;

import tools.jackson.databind.JsonNode;

import java.util.Set;
import java.util.TreeSet;

/** Finds the places at which the plan that is shown is not the one that the events make. */
final class PlanDifference {

    private static final Set<String> WITHHELD = Set.of("ERASED", "SHARING", "PURPOSE");

    private final boolean somethingWasErased;
    private final Findings findings;

    PlanDifference(boolean somethingWasErased, Findings findings) {
        this.somethingWasErased = somethingWasErased;
        this.findings = findings;
    }

    void compare(String at, JsonNode folded, JsonNode shown) {
        if (folded.isObject() && shown.isObject()) {
            Set<String> names = new TreeSet<>(folded.propertyNames());
            names.addAll(shown.propertyNames());
            for (String name : names) {
                if (!name.equals("withheld")) {
                    compare(at + "/" + name, folded.path(name), shown.path(name));
                } else if (!isWithheld(folded, shown)) {
                    found(at + "/" + name);
                }
            }
        } else if (folded.isArray() && shown.isArray() && folded.size() == shown.size()) {
            for (int index = 0; index < folded.size(); index++) {
                compare(at + "/" + index, folded.get(index), shown.get(index));
            }
        } else if (!folded.equals(shown)) {
            found(at);
        }
    }

    private void found(String at) {
        findings.found("the plan is not the one that the events make, at %s", at);
    }

    /** Of a text that is not here nobody can tell why, but that something was erased at all. */
    private boolean isWithheld(JsonNode folded, JsonNode shown) {
        String why = shown.path("withheld").asString("");
        return folded.path("text").isNull()
                && shown.path("text").isNull()
                && folded.has("withheld")
                && WITHHELD.contains(why)
                && (somethingWasErased || !why.equals("ERASED"));
    }
}
