package org.refocusrecord.query.door;

import org.refocusrecord.eventlog.json.EarlierForms;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.Event;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An event of an earlier program, as it is stored.
 *
 * @param type the name that it was stored under
 * @param payload the tree of the stored bytes, its texts sealed
 */
record StoredForm(long sequence, String type, int revision, JsonNode payload) {

    private static final EarlierForms EARLIER = new EarlierForms();

    /**
     * By sequence, those of a stream whose stored form is not that in which they are read.
     *
     * @param rows asked for only where there can be any
     */
    static Map<Long, StoredForm> in(String stream, Supplier<List<StoredRow>> rows) {
        return EARLIER.areIn(stream)
                ? rows.get().stream()
                        .flatMap(row -> of(row).stream())
                        .collect(Collectors.toMap(StoredForm::sequence, form -> form))
                : Map.of();
    }

    private static Optional<StoredForm> of(StoredRow row) {
        return EARLIER.of(row.stream(), row.type(), row.revision(), row.payload())
                .map(tree -> new StoredForm(row.sequence(), row.type(), row.revision(), tree));
    }

    /**
     * What is shown of it to a reader, who sees of its texts and answers what he sees of those of
     * the event.
     */
    ShownPayload shown(Event event) {
        return new ShownPayload(payload, event);
    }

    /**
     * A stored payload to be shown.
     *
     * @param event what it is read as, each text of it fetched
     */
    record ShownPayload(JsonNode stored, Event event) {}
}
