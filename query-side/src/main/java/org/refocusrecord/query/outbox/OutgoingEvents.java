package org.refocusrecord.query.outbox;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.json.TimeText;
import org.refocusrecord.eventlog.keys.MasterKeyUnusable;
import org.refocusrecord.eventlog.keys.SealBroken;
import org.refocusrecord.eventlog.store.EventRow;
import org.refocusrecord.eventlog.store.LogBusy;
import org.refocusrecord.eventlog.store.LogNotReachable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes of events what is sent of them: CloudEvents 1.0 in Kafka's binary mode, where the
 * attributes are headers and the value is the data. They are written here and not by the library of
 * CloudEvents, which makes some twenty objects of an event that is a row of bytes already; that the
 * library reads them, tests show. For one thread.
 */
final class OutgoingEvents {

    /** Of every record, in this order. */
    static final List<String> HEADERS =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_source",
                    "ce_type",
                    "ce_time",
                    "ce_subject",
                    "content-type",
                    "ce_position",
                    "ce_sequence",
                    "ce_occurredat",
                    "ce_commandid",
                    "ce_recordedby");

    private static final byte[] VERSION = utf8("1.0");
    private static final byte[] JSON = utf8("application/json");

    /** What the log notes about itself concerns nobody but who audits it. */
    private static final String OF_THE_LOG_ITSELF = "log/";

    private final LogReads log;
    private final WordsPolicy policy;
    private final SentPayload payload;
    private final byte[] source;
    private final Map<String, byte[]> types = new HashMap<>();

    OutgoingEvents(LogReads log, WordsPolicy policy) {
        this.log = log;
        this.policy = policy;
        this.payload = new SentPayload(log);
        this.source = utf8(source(log.identity().logId()));
    }

    private static String source(UUID logId) {
        return "/refocus-record/" + logId;
    }

    /**
     * What is sent of a page, in order.
     *
     * @param end where it ends: what is not sent may stand behind the last event
     * @param damaged why what stands behind it cannot be sent; null: all of the page was made
     */
    record Made(List<OutgoingEvent> events, long end, @Nullable NotSent damaged) {}

    /** Makes what is sent of a page, up to an event that cannot be sent. */
    Made of(List<EventRow> page) {
        List<EventRow> sent = new ArrayList<>(page.size());
        for (EventRow row : page) {
            if (!row.stream().startsWith(OF_THE_LOG_ITSELF)) {
                sent.add(row);
            }
        }
        Showing showing = showing(sent);
        List<OutgoingEvent> events = new ArrayList<>(sent.size());
        for (EventRow row : sent) {
            try {
                events.add(of(row, showing));
            } catch (LogNotReachable | LogBusy away) {
                throw away;
            } catch (RuntimeException damaged) {
                return new Made(events, row.position() - 1, damaged(row, damaged));
            }
        }
        return new Made(events, page.getLast().position(), null);
    }

    /**
     * Where one key of a page is damaged, or not held, each is fetched alone, so that its event is
     * found.
     */
    private Showing showing(List<EventRow> sent) {
        try {
            return Showing.of(policy, log, sent);
        } catch (SealBroken | MasterKeyUnusable damaged) {
            return Showing.of(policy, log, List.of());
        }
    }

    private static NotSent damaged(EventRow row, RuntimeException how) {
        return new NotSent(
                "the event at position %d cannot be sent: %s".formatted(row.position(), why(how)),
                how);
    }

    /** In our own words alone: those of others may quote the payload. */
    private static String why(RuntimeException how) {
        return switch (how) {
            case NotAsStored known -> String.valueOf(known.getMessage());
            case NotFoundThere known -> String.valueOf(known.getMessage());
            case SealBroken known -> String.valueOf(known.getMessage());
            case MasterKeyUnusable known -> String.valueOf(known.getMessage());
            default -> how.getClass().getSimpleName();
        };
    }

    private OutgoingEvent of(EventRow row, Showing showing) {
        return new OutgoingEvent(row.position(), key(row), headers(row), payload.of(row, showing));
    }

    private static byte[] key(EventRow row) {
        String stream = row.stream();
        return utf8(stream.substring(stream.indexOf('/') + 1));
    }

    private byte[][] headers(EventRow row) {
        return new byte[][] {
            VERSION,
            utf8(row.eventId().toString()),
            source,
            types.computeIfAbsent(type(row), OutgoingEvents::utf8),
            utf8(TimeText.of(row.recordedAt())),
            utf8(row.stream()),
            JSON,
            utf8(Long.toString(row.position())),
            utf8(Long.toString(row.sequence())),
            utf8(TimeText.of(row.occurredAt())),
            utf8(row.commandId().toString()),
            utf8(row.recordedBy())
        };
    }

    /** As it is stored, though it may be read in a later form. */
    private static String type(EventRow row) {
        return "org.refocusrecord." + row.type() + ".v" + row.revision();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
