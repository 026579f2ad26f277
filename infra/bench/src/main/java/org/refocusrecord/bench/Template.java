package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventLog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/**
 * One case of twenty events as the product wrote it, from which any number of others are made: the
 * same bytes but for the ids, which are new for each, and its texts, which are the same but sealed
 * anew.
 */
final class Template {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Where an id stands in a payload. */
    private record Spot(int at, int id) {}

    private final Rows events;
    private final Map<UUID, Integer> ids = new LinkedHashMap<>();
    private final List<List<Spot>> spots = new ArrayList<>();
    private final TemplateWords words;

    private Template(Rows events, TemplateWords words) {
        this.events = events;
        this.words = words;
    }

    /** Of this case, keeping the ids that all cases share. */
    static Template of(DataSource dataSource, EventLog log, String stream, List<UUID> shared)
            throws Exception {
        Rows events =
                Rows.of(
                        dataSource,
                        "select * from refocus_log.event where stream = '%s' order by sequence"
                                .formatted(stream));
        Template template = new Template(events, TemplateWords.of(events, log));
        for (int row = 0; row < events.values().size(); row++) {
            template.id((UUID) events.value(row, "command_id"));
            template.findIn((byte[]) events.value(row, "payload"), shared);
        }
        return template;
    }

    private void findIn(byte[] payload, List<UUID> shared) {
        List<Spot> found = new ArrayList<>();
        Matcher matcher = UUID_TEXT.matcher(new String(payload, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            UUID id = UUID.fromString(matcher.group());
            if (!shared.contains(id)) {
                found.add(new Spot(matcher.start(), id(id)));
            }
        }
        spots.add(found);
    }

    private int id(UUID id) {
        Integer known = ids.putIfAbsent(id, ids.size());
        return known == null ? ids.size() - 1 : known;
    }

    Rows events() {
        return events;
    }

    TemplateWords words() {
        return words;
    }

    int size() {
        return events.values().size();
    }

    /** Whether a row begins a command. */
    boolean begins(int row) {
        return row == 0
                || !events.value(row, "command_id").equals(events.value(row - 1, "command_id"));
    }

    /** Another case, made of new ids. */
    Copy copy(Supplier<UUID> newId) {
        UUID[] drawn = new UUID[ids.size()];
        byte[][] texts = new byte[ids.size()][];
        for (int id = 0; id < drawn.length; id++) {
            drawn[id] = newId.get();
            texts[id] = drawn[id].toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        String stream = (String) events.value(0, "stream");
        UUID caseId = UUID.fromString(stream.substring(stream.indexOf('/') + 1));
        return new Copy("case/" + drawn[id(caseId)], drawn, texts);
    }

    /** One such case. */
    final class Copy {

        private final String stream;
        private final UUID[] drawn;
        private final byte[][] texts;

        private Copy(String stream, UUID[] drawn, byte[][] texts) {
            this.stream = stream;
            this.drawn = drawn;
            this.texts = texts;
        }

        String stream() {
            return stream;
        }

        UUID commandId(int row) {
            return drawn[id((UUID) events.value(row, "command_id"))];
        }

        byte[] payload(int row) {
            byte[] payload = ((byte[]) events.value(row, "payload")).clone();
            for (Spot spot : spots.get(row)) {
                byte[] text = texts[spot.id()];
                System.arraycopy(text, 0, payload, spot.at(), text.length);
            }
            return payload;
        }

        /** The row, to be filled with what is different in each. */
        @Nullable Object[] row(int row) {
            return events.values().get(row).clone();
        }
    }
}
