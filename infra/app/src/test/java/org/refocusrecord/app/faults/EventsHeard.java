package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.refocusrecord.testkit.broker.Correspondent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What came on the topic of events: each position, for the first time, and under which key. */
final class EventsHeard {

    private final Map<Long, String> keys = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long doubled;

    synchronized void hear(ConsumerRecord<byte[], byte[]> record) {
        long position = Long.parseLong(Correspondent.text(record, "ce_position"));
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (keys.putIfAbsent(position, key) != null) {
            doubled++;
            return;
        }
        Long before = last.put(key, position);
        if (before != null && before > position) {
            notes("of %s came %d after %d".formatted(key, position, before));
        }
    }

    synchronized void notes(String what) {
        wrong.add(what);
    }

    synchronized int count() {
        return keys.size();
    }

    /** All of these, each under the key of its stream, in order, and nothing else. */
    synchronized void areExactly(Map<Long, String> streams) {
        assertThat(wrong).isEmpty();
        Map<Long, String> wanted = new HashMap<>();
        streams.forEach((position, stream) ->
                wanted.put(position, stream.substring(stream.indexOf('/') + 1)));
        assertThat(keys).isEqualTo(wanted);
        Console.tell("%d events out, %d of them twice".formatted(keys.size(), doubled));
    }
}
