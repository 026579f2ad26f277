package org.refocusrecord.query.integrity;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.seal.SignedCheckpoint;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.EventId;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.Showing;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.door.ReadPoints;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What the log says of itself, signed, and proofs of it. Checkpoint, key and consistency tell
 * nobody anything about anybody, so that whoever wants to may keep them.
 */
@RestController
@RequestMapping("/api/v1/integrity")
public final class IntegrityController {

    static final Queries CHECKPOINT =
            Queries.of("/integrity/checkpoint", QueryParameter.MIN_POSITION);
    static final Queries KEY = Queries.of("/integrity/public-key");
    static final Queries PROOF =
            Queries.of("/integrity/events/{eventId}/proof", QueryParameter.MIN_POSITION);

    static final QueryParameter<Long> FROM =
            QueryParameter.count("from", "The size of the smaller tree.").asRequired();
    static final QueryParameter<Long> TO =
            QueryParameter.count("to", "The size of the larger tree.").asRequired();
    static final Queries CONSISTENCY = Queries.of("/integrity/consistency", FROM, TO);

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final LogReads log;
    private final Sealer sealer;
    private final Sealed sealed;
    private final StreamScope scope;
    private final ReadPoints points;
    private final AccessLog accesses;

    /** Over this log and its seal. */
    public IntegrityController(
            LogReads log,
            Sealer sealer,
            Sealed sealed,
            StreamScope scope,
            ReadPoints points,
            AccessLog accesses) {
        this.log = log;
        this.sealer = sealer;
        this.sealed = sealed;
        this.scope = scope;
        this.points = points;
        this.accesses = accesses;
    }

    /** The newest checkpoint. */
    @GetMapping("/checkpoint")
    public ResponseEntity<String> checkpoint(HttpServletRequest request) {
        QueryValues query = points.query(CHECKPOINT, request);
        Long asked = query.get(QueryParameter.MIN_POSITION);
        points.of(query);
        return text(sealer.through(asked == null ? 0 : asked).note());
    }

    /** The key that signs checkpoints. */
    @GetMapping("/public-key")
    public ResponseEntity<String> publicKey(HttpServletRequest request) {
        points.query(KEY, request);
        return text(sealer.publicKey() + "\n");
    }

    /** That the log of one size goes on from that of another. */
    @GetMapping("/consistency")
    public ResponseEntity<Object> consistency(HttpServletRequest request) {
        QueryValues query = points.query(CONSISTENCY, request);
        long from = Objects.requireNonNull(query.get(FROM));
        long to = Objects.requireNonNull(query.get(TO));
        if (from > to) {
            throw new ProblemException(Fault.at("/to", ProblemCode.RANGE_REVERSED));
        }
        if (to > sealed.size()) {
            throw new ProblemException(Fault.at("/to", ProblemCode.VALUE_NOT_ALLOWED));
        }
        return json(ConsistencyProof.of(sealed.consistency(from, to)));
    }

    /** That an event stands in the log. */
    @GetMapping("/events/{eventId}/proof")
    public ResponseEntity<Object> proof(
            @PathVariable String eventId,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        QueryValues query = points.query(PROOF, request);
        EventId id = PathIds.of(eventId, EventId::new, ProblemCode.EVENT_UNKNOWN);
        points.of(query);
        Asking asking = accesses.asks(caller, purpose, What.EVENT_PROOF, query);
        StoredRow row =
                log.stored(id).orElseThrow(() -> new ProblemException(ProblemCode.EVENT_UNKNOWN));
        Showing showing =
                scope.of(asking, row.stream())
                        .orElseThrow(() -> new ProblemException(ProblemCode.EVENT_UNKNOWN));
        SignedCheckpoint checkpoint = sealer.through(row.position());
        List<byte[]> path = sealed.inclusion(row.position(), checkpoint.size());
        EventProof proof = EventProof.of(row, path, checkpoint);
        showing.wasMade();
        return json(proof);
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }

    private static ResponseEntity<Object> json(Object answer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }
}
