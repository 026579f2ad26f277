package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.command.CommandRefused;
import org.refocusrecord.command.Loading;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.door.DispatchDoor.Outcome;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.ReceiptJson;
import org.refocusrecord.eventlog.Repeat;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.IfMatch;
import org.refocusrecord.web.reading.PointerOrder;
import org.refocusrecord.web.reading.ReadingContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/**
 * The stages that every post goes through: reading, scope, repeat, rules. Each stage lists all its
 * faults at once, in document order.
 */
public final class CommandDoor {

    private final DispatchDoor dispatch;
    private final ZoneId zone;
    private final Duration lateAfter;
    private final Clock clock;

    /**
     * A door.
     *
     * @param zone the service's zone
     * @param lateAfter how long after the meeting a session counts as late
     */
    public CommandDoor(DispatchDoor dispatch, ZoneId zone, Duration lateAfter, Clock clock) {
        this.dispatch = dispatch;
        this.zone = zone;
        this.lateAfter = lateAfter;
        this.clock = clock;
    }

    /** Reads the body; {@code pathIds} are names and ids of the path in turn. */
    Received receive(HttpServletRequest request, String name, Object... pathIds) {
        return Received.of(request, name, clock.instant(), pathIds);
    }

    ReadingContext reading(Received received) {
        return ReadingContext.at(received.at(), zone);
    }

    /** Who posts it, and what was found at the door. */
    Posting posting(Received received, Caller caller, Right right, List<Refusal> atTheDoor) {
        return new Posting(
                caller.sub(),
                right,
                caller.workerId(),
                caller.serviceUserId(),
                received.sentAt(),
                zone,
                lateAfter,
                received.ifMatch(),
                atTheDoor,
                new Posting.Content(received.content()));
    }

    /**
     * Decides, records and answers.
     *
     * @param stream of what
     * @param command checks the scope and makes the command, on the state that is come by like
     *     this; a repeat is answered to whoever posted it, even where the scope has changed since
     */
    ResponseEntity<Object> answer(
            Received received,
            Caller caller,
            CommandId id,
            String stream,
            Function<Loading, Scoped> command) {
        Asked asked = new Asked(stream, id, received.content(), caller.sub());
        try {
            return answer(dispatch.dispatch(asked, command), received);
        } catch (CommandRefused refused) {
            throw new ProblemException(problem(received.body().tree(), refused.refusals()));
        }
    }

    /**
     * The receipt is JSON whatever was asked for: what is recorded must not be answered as if it
     * had been refused.
     */
    private static ResponseEntity<Object> answer(Outcome outcome, Received received) {
        return switch (outcome) {
            case Outcome.RecordedNow(Receipt receipt) ->
                    ResponseEntity.created(location(receipt))
                            .contentType(MediaType.APPLICATION_JSON)
                            .eTag(IfMatch.etag(receipt.version()))
                            .body(ReceiptJson.of(receipt));
            case Outcome.RecordedBefore(Repeat repeat) ->
                    switch (repeat) {
                        case Repeat.Same(Receipt receipt) -> repeated(receipt);
                        case Repeat.Other(Receipt receipt) ->
                                throw new ProblemException(differs(received, receipt));
                        case Repeat.CannotTell(Receipt receipt) ->
                                throw new ProblemException(
                                        kindDiffers(received, receipt)
                                                ? differs(received, receipt)
                                                : Fault.at("", ProblemCode.WORDS_ERASED));
                        case Repeat.No _ -> throw new IllegalStateException("no repeat");
                    };
        };
    }

    private static boolean kindDiffers(Received received, Receipt receipt) {
        return received.name().equals("session") != receipt.isOfSession();
    }

    private static Fault differs(Received received, Receipt receipt) {
        boolean session = received.name().equals("session");
        if (session != receipt.isOfSession()) {
            return Fault.at(session ? "/sessionId" : "/commandId", ProblemCode.ID_TAKEN);
        }
        return session
                ? Fault.at("/sessionId", ProblemCode.SESSION_CONTENT_DIFFERS)
                : Fault.at("/commandId", ProblemCode.COMMAND_CONTENT_DIFFERS);
    }

    private static ResponseEntity<Object> repeated(Receipt receipt) {
        return ResponseEntity.ok()
                .location(location(receipt))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Repeated", "true")
                .eTag(IfMatch.etag(receipt.version()))
                .body(ReceiptJson.of(receipt));
    }

    private static URI location(Receipt receipt) {
        return URI.create(
                receipt.isOfSession()
                        ? "/api/v1/sessions/" + receipt.commandId()
                        : "/api/v1/commands/" + receipt.commandId() + "/receipt");
    }

    /** All refusals as one problem, in document order. */
    static Problem problem(JsonNode body, List<Refusal> refusals) {
        return Problem.of(
                PointerOrder.sorted(
                        body,
                        refusals.stream()
                                .map(refusal ->
                                        new Fault(
                                                refusal.pointer(),
                                                ProblemCode.of(refusal.code()),
                                                refusal.message()))
                                .toList()));
    }
}
