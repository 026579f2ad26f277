package org.refocusrecord.command.door.inbox;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.DeadLetter.Place;
import org.refocusrecord.command.door.inbox.DeadLetterReading.Search;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryClock;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * What administrators of all trusts do about records that could not be read: see which there are
 * and why, and send them again when what was in their way is mended. What was said in it is shown
 * to nobody here.
 */
@RestController
@RequestMapping("/api/v1/dead-letters")
public final class DeadLetterController {

    static final QueryParameter<String> CAUSE =
            new QueryParameter<>(
                    "cause",
                    "Only those of this cause, which is a code.",
                    Map.of(
                            "type",
                            "string",
                            "x-extensible-enum",
                            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList()),
                    false,
                    false,
                    Pattern.compile("[a-z.-]+"),
                    (text, _) -> ProblemCode.isCode(text) ? text : null);
    static final Queries LIST =
            Queries.of("/dead-letters", CAUSE, QueryParameter.LIMIT, QueryParameter.CURSOR);
    static final Queries RETRY =
            Queries.of("/dead-letters/retry", CAUSE, QueryParameter.LIMIT, QueryParameter.CURSOR);

    private static final Queries NONE = Queries.of("");

    /** No parameter here is a time. */
    private static final QueryClock CLOCK = new QueryClock(Instant.EPOCH, ZoneOffset.UTC);

    private final @Nullable DeadLetterDesk desk;

    /** Where there is no Kafka there are no dead letters. */
    DeadLetterController(ObjectProvider<DeadLetterDesk> desk) {
        this.desk = desk.getIfAvailable();
    }

    /** A page of them. */
    record Page(List<DeadLetterDesk.Shown> deadLetters, @Nullable String next) {}

    /**
     * What became of a page of them.
     *
     * @param retried the ids of those that were sent
     * @param left those that were not
     * @param ahead how many lie behind this page at most, of whatever cause
     */
    record Retried(
            List<String> retried,
            List<DeadLetterDesk.NotSent> left,
            long ahead,
            @Nullable String next) {}

    /** The dead letters, in the order in which they lie. */
    @GetMapping
    public ResponseEntity<Object> list(Caller caller, HttpServletRequest request) {
        caller.requireAdministratorOfAllTrusts();
        QueryValues query = LIST.read(request, CLOCK);
        if (desk == null) {
            return json(new Page(List.of(), null));
        }
        DeadLetterDesk.Some some = desk.page(place(query), query.get(CAUSE), query.limit());
        return json(
                new Page(
                        some.shown(),
                        some.next() == null ? null : query.next(some.next().toString())));
    }

    /**
     * Sends those of a page again that were not yet, as they came, to where they came. The pages of
     * one cursor go up to where letters lay when the first was asked for.
     */
    @PostMapping("/retry")
    public ResponseEntity<Object> retry(Caller caller, HttpServletRequest request) {
        caller.requireAdministratorOfAllTrusts();
        QueryValues query = RETRY.read(request, CLOCK);
        if (desk == null) {
            return json(new Retried(List.of(), List.of(), 0, null));
        }
        DeadLetterDesk.Resent resent =
                desk.retry(
                        new Search(place(query), ends(query), query.get(CAUSE), query.limit()),
                        caller.sub());
        return json(
                new Retried(
                        resent.sent(),
                        resent.left(),
                        resent.ahead(),
                        resent.next() == null
                                ? null
                                : query.next(resent.next().toString(), resent.ends().toString())));
    }

    private static @Nullable Place place(QueryValues query) {
        List<String> told = query.place();
        return told == null ? null : required(told.isEmpty() ? null : Place.of(told.getFirst()));
    }

    private static DeadLetterEnds ends(QueryValues query) {
        List<String> told = query.place();
        return told == null
                ? DeadLetterEnds.NOW
                : required(told.size() < 2 ? null : DeadLetterEnds.of(told.get(1)));
    }

    /** What stands in a cursor that was made here. */
    private static <T> T required(@Nullable T told) {
        if (told == null) {
            throw new ProblemException(Fault.at("/cursor", ProblemCode.CURSOR_NOT_READABLE));
        }
        return told;
    }

    /** One of them. */
    @GetMapping("/{id}")
    public ResponseEntity<Object> one(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        caller.requireAdministratorOfAllTrusts();
        NONE.read(request, CLOCK);
        return found(id, DeadLetterDesk::one);
    }

    /** Sends one again, as it came, to where it came. */
    @PostMapping("/{id}/retry")
    public ResponseEntity<Object> retry(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        caller.requireAdministratorOfAllTrusts();
        NONE.read(request, CLOCK);
        return found(id, (from, place) -> from.retry(place, caller.sub()));
    }

    private ResponseEntity<Object> found(
            String id, BiFunction<DeadLetterDesk, Place, Optional<DeadLetterDesk.Shown>> how) {
        Place place = Place.of(id);
        Optional<DeadLetterDesk.Shown> found =
                desk == null || place == null ? Optional.empty() : how.apply(desk, place);
        return json(found.orElseThrow(() -> new ProblemException(ProblemCode.DEAD_LETTER_UNKNOWN)));
    }

    private static ResponseEntity<Object> json(Object body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
