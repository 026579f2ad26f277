package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.ReceiptJson;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryClock;
import org.refocusrecord.web.query.QueryParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Receipts, given again to whoever posted the command or may see the stream. */
@RestController
@RequestMapping("/api/v1")
public final class ReceiptController {

    static final Queries QUERY = Queries.of("/receipt", QueryParameter.MIN_POSITION);

    /** No parameter here is a time. */
    private static final QueryClock CLOCK = new QueryClock(Instant.EPOCH, ZoneOffset.UTC);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final EventLog log;
    private final Arrivals arrivals;
    private final ScopeDoor scope;

    /** Over this log, woken by its arrivals. */
    public ReceiptController(EventLog log, Arrivals arrivals, ScopeDoor scope) {
        this.log = log;
        this.arrivals = arrivals;
        this.scope = scope;
    }

    /** The receipt of a session. */
    @GetMapping("/sessions/{id}/receipt")
    public ResponseEntity<Object> ofSession(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        awaitPosition(request);
        return receipt(id, caller, true, ProblemCode.SESSION_UNKNOWN);
    }

    /** The receipt of any other command. */
    @GetMapping("/commands/{id}/receipt")
    public ResponseEntity<Object> ofCommand(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        awaitPosition(request);
        return receipt(id, caller, false, ProblemCode.COMMAND_UNKNOWN);
    }

    /** Receipts come from the log itself, so this waits for the log alone, and for no view. */
    private void awaitPosition(HttpServletRequest request) {
        Long position = QUERY.read(request, CLOCK).get(QueryParameter.MIN_POSITION);
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (position != null && log.head().position() < position) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (!left.isPositive()) {
                throw new ProblemException(ProblemCode.VIEW_BEHIND);
            }
            try {
                arrivals.awaitBeyond(position - 1, left);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new ProblemException(ProblemCode.VIEW_BEHIND);
            }
        }
    }

    private ResponseEntity<Object> receipt(
            String id, Caller caller, boolean session, ProblemCode unknown) {
        CommandId commandId = PathIds.of(id, CommandId::new, unknown);
        Optional<Receipt> receipt =
                log.receipt(commandId)
                        .filter(found -> found.isOfSession() == session)
                        .filter(found -> mayRead(caller, found));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ReceiptJson.of(receipt.orElseThrow(() -> new ProblemException(unknown))));
    }

    /** Whoever posted it, and whoever may see the stream; it holds ids and no words. */
    private boolean mayRead(Caller caller, Receipt receipt) {
        return receipt.postedBy().equals(caller.sub()) || maySee(caller, receipt.stream());
    }

    private boolean maySee(Caller caller, String stream) {
        int slash = stream.indexOf('/');
        String id = stream.substring(slash + 1);
        return switch (stream.substring(0, slash)) {
            case "case" -> scope.maySee(caller, CaseId.of(id));
            case "team" -> scope.maySee(caller, TeamId.of(id));
            case "study" -> ScopeDoor.maySee(caller, StudyId.of(id));
            default -> false;
        };
    }
}
