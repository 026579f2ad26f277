package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.words.Disclosure;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Spoken;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether each text that is disclosed is the one of which its event holds the digest. */
final class TextsCheck {

    /** Where a text stands. */
    record Place(EventId eventId, int n) {}

    private final Findings findings;

    TextsCheck(Findings findings) {
        this.findings = findings;
    }

    Map<Place, String> checked(EvidenceFile file, List<RecordedEvent> events) {
        Map<Place, Words.Kept> kept = new HashMap<>();
        for (RecordedEvent event : events) {
            for (Spoken.At said : Spoken.in(event.event())) {
                if (said.words() instanceof Words.Kept words) {
                    kept.put(new Place(words.eventId(), words.n()), words);
                }
            }
        }
        Map<Place, String> disclosed = new HashMap<>();
        int number = 0;
        for (byte[] line : file.lines(Part.DISCLOSURES)) {
            String where = "line %d of disclosures.ndjson".formatted(++number);
            Disclosure disclosure = EvidenceDisclosures.of(EvidenceJson.parse(line, where), where);
            Place place = new Place(disclosure.eventId(), disclosure.n());
            Words.Kept words = kept.get(place);
            if (words == null || !disclosure.proves(words.d())) {
                findings.found(
                        "text %d of event %s is not the one that was recorded",
                        place.n(), place.eventId());
            } else if (disclosed.put(place, disclosure.text()) != null) {
                findings.found(
                        "text %d of event %s is disclosed twice", place.n(), place.eventId());
            }
        }
        findings.told(
                "Texts disclosed as they were recorded: %d; not disclosed: %d.",
                disclosed.size(), kept.size() - disclosed.size());
        return disclosed;
    }
}
