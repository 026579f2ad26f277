package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Which entry a payload is of: entries have an {@code entryId} of their own, nothing else has. */
public final class EntryIds {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String ENTRY_ID = "entryId";

    private EntryIds() {}

    /** The entry's id; null where the payload is of no entry. */
    public static @Nullable EntryId in(byte[] payload) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), payload)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = in.currentName().equals(ENTRY_ID);
                in.nextToken();
                if (found) {
                    return EntryId.of(in.getString());
                }
                in.skipChildren();
            }
            return null;
        } catch (JacksonException quotesTheBytes) {
            throw new PayloadUnreadable("an event of a command", "not JSON");
        }
    }
}
