package org.refocusrecord.app.contracts;

import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of earlier revisions leave as they were recorded, though no type of this program has their
 * form any more: what was released says how they look. Their schemas come with all that they refer
 * to, under names of their own, since today's may say something else.
 */
final class EarlierRevisions {

    private EarlierRevisions() {}

    static void addTo(ObjectNode document, JsonNode released) {
        ObjectNode messages = (ObjectNode) document.at("/components/messages");
        for (String key : AsyncApi.messagesOf(released, Topic.EVENTS.channel())) {
            if (!messages.has(key)) {
                messages.set(key, released.at("/components/messages").path(key));
                ObjectNode carried = (ObjectNode) document.at("/channels/events/messages");
                carried.putObject(key).put("$ref", "#/components/messages/" + key);
                schemas(document, released, key);
            }
        }
    }

    private static void schemas(ObjectNode document, JsonNode released, String key) {
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        JsonNode before = released.at("/components/schemas");
        JsonNode copy = before.path(key).deepCopy();
        for (String part : Components.reachableFrom(copy, before)) {
            JsonNode inner = before.path(part).deepCopy();
            Components.refer(inner, reference -> own(key, reference));
            schemas.set(own(key, part), inner);
        }
        Components.refer(copy, reference -> own(key, reference));
        schemas.set(key, copy);
    }

    /** The name within; one that was brought along before has it already. */
    private static String own(String key, String reference) {
        String name = reference.replace(MessageSchemas.COMPONENTS, "");
        String prefix = reference.substring(0, reference.length() - name.length());
        return prefix + (name.startsWith(key) ? name : key + "." + name);
    }
}
