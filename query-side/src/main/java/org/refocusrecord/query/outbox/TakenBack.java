package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.json.PayloadBytes;
import org.refocusrecord.eventlog.store.StoredRow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a rating that was shared with the worker when an event said so was so no more when the
 * event was sent, which may be years later: then its answers stay here. What was taken back and
 * shared again later is not shared here, since that is said by an event of its own.
 *
 * <p>What streams say of it is kept for those asked for lately, and read on from there.
 */
final class TakenBack {

    private static final String AMENDED = "entry.amended";
    private static final String IN_ERROR = "entry.marked-in-error";
    private static final byte[] TARGET = Form.ascii("target");
    private static final byte[] REPLACEMENT = Form.ascii("replacement");
    private static final byte[] SHARED = Form.ascii("sharedWithWorker");
    private static final int PAGE = 1_000;
    private static final int STREAMS_KEPT = 1_000;

    private final LogReads log;
    private final PayloadMap map = new PayloadMap();
    private final Map<String, Known> streams =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > STREAMS_KEPT;
                }
            };

    TakenBack(LogReads log) {
        this.log = log;
    }

    /** What a stream says after a sequence, up to another. */
    private record Known(long after, long upTo, List<Said> said) {}

    /** A correction; a mark takes an earlier correction back, all else the sharing of an entry. */
    private record Said(long sequence, String target, boolean isMark) {}

    /**
     * Whether that is so.
     *
     * @param sequence of the event that says that it is shared
     * @param entry the rating's entry
     * @param command the command of that event, by which it can be marked as an error
     */
    boolean is(String stream, long sequence, String entry, String command) {
        Known known = streams.get(stream);
        if (known == null || known.after() > sequence) {
            known = new Known(sequence, sequence, List.of());
        }
        known = upToNow(stream, known);
        streams.put(stream, known);
        return known.said().stream()
                .filter(said -> said.sequence() > sequence)
                .anyMatch(said -> said.target().equals(said.isMark() ? command : entry));
    }

    private Known upToNow(String stream, Known known) {
        List<Said> said = new ArrayList<>(known.said());
        long upTo = known.upTo();
        List<StoredRow> rows;
        do {
            rows = log.stored(stream, upTo, PAGE);
            for (StoredRow row : rows) {
                add(row, said);
                upTo = row.sequence();
            }
        } while (rows.size() == PAGE);
        return new Known(known.after(), upTo, said);
    }

    private void add(StoredRow row, List<Said> said) {
        boolean isMark = row.type().equals(IN_ERROR);
        if (!isMark && !row.type().equals(AMENDED)) {
            return;
        }
        map.of(PayloadBytes.all(row.payload()));
        int replacement = map.member(0, REPLACEMENT);
        int shared = replacement < 0 ? -1 : map.member(replacement, SHARED);
        int target = map.member(0, TARGET);
        if (target >= 0 && (isMark || (shared >= 0 && !map.isTrue(shared)))) {
            said.add(new Said(row.sequence(), map.text(target), isMark));
        }
    }
}
