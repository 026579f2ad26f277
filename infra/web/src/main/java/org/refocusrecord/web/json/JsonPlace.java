package org.refocusrecord.web.json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** A place in a JSON document: cheap to carry along, written as a pointer only for a fault. */
public final class JsonPlace {

    /** The whole document. */
    public static final JsonPlace ROOT = new JsonPlace(null, "", -1);

    private static final int LONGEST_NAME = 200;

    private final @Nullable JsonPlace parent;
    private final String name;
    private final int index;

    private JsonPlace(@Nullable JsonPlace parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The member of that name. */
    public JsonPlace member(String member) {
        return new JsonPlace(this, member, -1);
    }

    /** The element at that index. */
    public JsonPlace element(int element) {
        return new JsonPlace(this, "", element);
    }

    /** As a JSON pointer (RFC 6901). Of a name that is no sane name a sane part is given back. */
    public String pointer() {
        Deque<JsonPlace> path = new ArrayDeque<>();
        JsonPlace place = this;
        while (place != null && place.parent != null) {
            path.push(place);
            place = place.parent;
        }
        StringBuilder pointer = new StringBuilder();
        path.forEach(step -> step.appendTo(pointer.append('/')));
        return pointer.toString();
    }

    private void appendTo(StringBuilder pointer) {
        if (index >= 0) {
            pointer.append(index);
            return;
        }
        StringBuilder sane = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(point -> isSane(point) ? point : 0xFFFD)
                .forEach(sane::appendCodePoint);
        pointer.append(sane.toString().replace("~", "~0").replace("/", "~1"));
    }

    private static boolean isSane(int point) {
        return !Character.isISOControl(point) && (point < 0xD800 || point > 0xDFFF);
    }
}
