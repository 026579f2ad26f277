package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.door.LedgerDoor.InScope;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.reading.CommandBody;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.http.ResponseEntity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Takes what is posted about teams and studies: facts and corrections. */
public final class LedgerPosts {

    private final CommandDoor door;
    private final ShapeReader reader;

    /** Through this door. */
    public LedgerPosts(CommandDoor door, ShapeReader reader) {
        this.door = door;
        this.reader = reader;
    }

    /** A team or a study is registered. */
    <E extends Event, S> ResponseEntity<Object> register(
            LedgerDoor<E, S> of, Post post, Caller caller, HttpServletRequest request) {
        post.require(caller);
        return register(of, caller, door.receive(request, post.command()));
    }

    <E extends Event, S> ResponseEntity<Object> register(
            LedgerDoor<E, S> of, Caller caller, Received received) {
        E fact = of.family().cast(whole(read(received, caller, door.reading(received))));
        return state(of, received, caller, of.idOf(fact), fact, _ -> of.scopeOfNew(caller, fact));
    }

    /** Something is told about one, or corrected. */
    <E extends Event, S> ResponseEntity<Object> command(
            LedgerDoor<E, S> of,
            Post post,
            String path,
            Caller caller,
            HttpServletRequest request) {
        post.require(caller);
        Id id = of.id(path);
        return command(
                of, post, id, caller, door.receive(request, post.command(), of.member(), id));
    }

    <E extends Event, S> ResponseEntity<Object> command(
            LedgerDoor<E, S> of, Post post, Id id, Caller caller, Received received) {
        CommandBody body = read(received, caller, door.reading(received).given(of.member(), id));
        if (body instanceof CommandBody.Amending amending) {
            return amend(of, received, caller, post, id, amending);
        }
        E fact = of.family().cast(whole(body));
        return of.marking(fact)
                .map(marking -> mark(of, received, caller, post, id, marking))
                .orElseGet(() ->
                        state(
                                of,
                                received,
                                caller,
                                id,
                                fact,
                                state -> of.scope(caller, post, id, state)));
    }

    private CommandBody read(Received received, Caller caller, ReadingContext context) {
        return reader.command(
                        received.name(),
                        received.body(),
                        context.otherwise("recordedBy", Self.of(caller)))
                .orProblem();
    }

    private static Event whole(CommandBody body) {
        if (body instanceof CommandBody.Whole(Event event)) {
            return event;
        }
        throw new IllegalStateException("a correction where none can be");
    }

    private <E extends Event, S> ResponseEntity<Object> state(
            LedgerDoor<E, S> of,
            Received received,
            Caller caller,
            Id id,
            E fact,
            Function<S, InScope> scope) {
        return answer(
                of,
                received,
                caller,
                id,
                new Told<>(
                        of.commandId(fact),
                        of.recordedBy(fact),
                        scope,
                        _ -> of.missing(fact, caller),
                        (state, posting) -> of.stating(state, posting, fact)));
    }

    private <E extends Event, S> ResponseEntity<Object> mark(
            LedgerDoor<E, S> of,
            Received received,
            Caller caller,
            Post post,
            Id id,
            Correcting<E> marking) {
        return answer(
                of,
                received,
                caller,
                id,
                new Told<>(
                        marking.commandId(),
                        marking.recordedBy(),
                        state -> of.scope(caller, post, id, state),
                        _ -> List.of(),
                        (state, posting) -> of.correcting(state, posting, marking)));
    }

    /**
     * What is told.
     *
     * @param scope whether it is in scope
     * @param missing what it names elsewhere that is not there
     * @param command that records it
     */
    private record Told<S>(
            CommandId commandId,
            Person recordedBy,
            Function<S, InScope> scope,
            Function<S, List<Refusal>> missing,
            BiFunction<S, Posting, Scoped> command) {}

    /** It is rare: the head is asked at once. */
    private <E extends Event, S> ResponseEntity<Object> answer(
            LedgerDoor<E, S> of, Received received, Caller caller, Id id, Told<S> told) {
        return door.answer(
                received,
                caller,
                told.commandId(),
                of.stream(id),
                _ -> {
                    S state = of.state(id);
                    InScope inScope = told.scope().apply(state);
                    Posting posting =
                            door.posting(
                                    received, caller, inScope.right(), told.missing().apply(state));
                    List<Fault> forbidden = new ArrayList<>(inScope.forbidden());
                    Person recordedBy = told.recordedBy();
                    if (recordedBy.isNamed() && !posting.mayRecordAs(recordedBy)) {
                        forbidden.add(Fault.at("/recordedBy", ProblemCode.RECORDED_BY_NOT_YOU));
                    }
                    Faulty.throwIfAny(received, forbidden);
                    return told.command().apply(state, posting);
                });
    }

    private <E extends Event, S> ResponseEntity<Object> amend(
            LedgerDoor<E, S> of,
            Received received,
            Caller caller,
            Post post,
            Id id,
            CommandBody.Amending amending) {
        Function<S, Replacement<E>> replacement =
                state -> replacement(of.family(), of.ledger(state), amending, received);
        return answer(
                of,
                received,
                caller,
                id,
                new Told<>(
                        amending.required("commandId", CommandId.class),
                        amending.required("recordedBy", Person.class),
                        state -> of.scope(caller, post, id, state),
                        state ->
                                replacement
                                        .apply(state)
                                        .missing(event -> of.missing(event, caller)),
                        (state, posting) ->
                                of.correcting(
                                        state,
                                        posting,
                                        amended(id, amending, replacement.apply(state)))));
    }

    private <E extends Event> Replacement<E> replacement(
            Class<E> family, Ledger<E> ledger, CommandBody.Amending amending, Received received) {
        Ledger.Line<E> original = ledger.byId().get(amending.target().value());
        return new Replacement<>(
                family,
                reader,
                amending,
                original == null ? null : original.event(),
                door.reading(received));
    }

    private static <E extends Event> Correcting<E> amended(
            Id id, CommandBody.Amending amending, Replacement<E> replacement) {
        return new Correcting<>(
                id.value(),
                amending.required("commandId", CommandId.class),
                amending.target(),
                (CorrectionCause) amending.member("because"),
                amending.required("reason", String.class),
                replacement,
                (Person) amending.member("confirmedBy"),
                amending.required("recordedBy", Person.class));
    }
}
