package org.refocusrecord.command.door.inbox;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.DeadLetter.Place;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What administrators do about records that could not be read: see which there are and why, and
 * send one again when what was in its way is mended. What was said in it is shown to nobody here.
 */
@RestController
@RequestMapping("/api/v1/dead-letters")
public final class DeadLetterController {

    static final Queries LIST =
            Queries.of("/dead-letters", QueryParameter.LIMIT, QueryParameter.CURSOR);

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

    /** The dead letters, in the order in which they lie. */
    @GetMapping
    public ResponseEntity<Object> list(Caller caller, HttpServletRequest request) {
        caller.require(Role.ADMIN);
        QueryValues query = LIST.read(request, CLOCK);
        if (desk == null) {
            return json(new Page(List.of(), null));
        }
        List<String> place = query.place();
        DeadLetterDesk.Some some =
                desk.page(place == null ? null : Place.of(place.getFirst()), query.limit());
        return json(
                new Page(
                        some.shown(),
                        some.next() == null ? null : query.next(some.next().toString())));
    }

    /** One of them. */
    @GetMapping("/{id}")
    public ResponseEntity<Object> one(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        caller.require(Role.ADMIN);
        NONE.read(request, CLOCK);
        return found(id, DeadLetterDesk::one);
    }

    /** Sends one again, as it came, to where it came. */
    @PostMapping("/{id}/retry")
    public ResponseEntity<Object> retry(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        caller.require(Role.ADMIN);
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
