package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.json.CanonicalWriter;
import org.refocusrecord.eventlog.words.Disclosure;
import org.refocusrecord.events.EventId;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** A text that is disclosed, as a line of evidence. */
final class EvidenceDisclosures {

    private EvidenceDisclosures() {}

    static Disclosure of(JsonNode node, String where) {
        EvidenceJson json = new EvidenceJson(node, where);
        json.only(List.of("eventId", "n", "salt", "text"));
        String id = json.text("eventId");
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                || json.number("n") > Integer.MAX_VALUE
                || !json.text("salt").matches("[0-9a-f]{32}")) {
            throw new UnreadableEvidence(where + " is no disclosure");
        }
        return new Disclosure(
                EventId.of(id),
                Math.toIntExact(json.number("n")),
                json.text("salt"),
                json.text("text"));
    }

    static byte[] line(Disclosure disclosure) {
        return new CanonicalWriter()
                .startObject()
                .name("eventId")
                .text(disclosure.eventId().toString())
                .name("n")
                .number(disclosure.n())
                .name("salt")
                .text(disclosure.salt())
                .name("text")
                .text(disclosure.text())
                .endObject()
                .toBytes();
    }
}
