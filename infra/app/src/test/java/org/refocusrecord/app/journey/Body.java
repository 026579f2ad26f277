package org.refocusrecord.app.journey;

import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonAnswers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object that is posted; a changed one is another. */
final class Body {

    private final Map<String, @Nullable Object> members;

    private Body(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** Of names and values in turn. */
    static Body of(Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            members.put(namesAndValues[index].toString(), namesAndValues[index + 1]);
        }
        return new Body(members);
    }

    /** With a member, in the place of what it had under that name. */
    Body with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new Body(changed);
    }

    Body without(String... names) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        Arrays.asList(names).forEach(changed::remove);
        return new Body(changed);
    }

    /** The text of a member that is one. */
    String text(String name) {
        return String.valueOf(members.get(name));
    }

    @JsonValue
    Map<String, @Nullable Object> members() {
        return members;
    }

    /** As JSON. */
    @Override
    public String toString() {
        return JsonAnswers.mapper().writeValueAsString(members);
    }
}
