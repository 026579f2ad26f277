package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.security.Caller;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * To which trust a stream belongs. Asked of the stored bytes of its first event, because streams
 * are parked whose events cannot be read otherwise.
 */
final class StreamTrusts {

    private final LogReads log;

    StreamTrusts(LogReads log) {
        this.log = log;
    }

    /**
     * Those of some streams that are for somebody of a trust; who names none has all, and studies
     * are for all.
     */
    Set<String> of(@Nullable String trust, Collection<String> streams) {
        return streams.stream()
                .distinct()
                .filter(stream -> isFor(trust, stream))
                .collect(Collectors.toSet());
    }

    /**
     * Whether a case is of the trust of a caller, or of one of his teams where he names none. One
     * whose opening is damaged may be of any.
     */
    boolean isOneOf(Caller caller, CaseId caseId) {
        String trust = trustOf("case/" + caseId);
        if (trust == null) {
            return true;
        }
        return caller.trust() != null
                ? trust.equals(caller.trust())
                : caller.teams() != null
                        && caller.teams().stream()
                                .anyMatch(team -> trust.equals(trustOf("team/" + team)));
    }

    private boolean isFor(@Nullable String trust, String stream) {
        return trust == null || stream.startsWith("study/") || trust.equals(trustOf(stream));
    }

    private @Nullable String trustOf(String stream) {
        List<StoredRow> first = log.stored(stream, -1, 1);
        return first.isEmpty() ? null : trustIn(first.getFirst().payload());
    }

    /** No trust where there is no JSON: that may be why the stream is parked. */
    private static @Nullable String trustIn(byte[] payload) {
        try {
            return JsonMapper.shared().readTree(payload).path("trust").asString(null);
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
