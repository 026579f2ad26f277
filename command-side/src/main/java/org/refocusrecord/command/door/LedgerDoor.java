package org.refocusrecord.command.door;

import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.Fault;

import java.util.List;
import java.util.Optional;

/**
 * What differs between the doors to teams and to studies.
 *
 * @param <E> the family of events
 * @param <S> the state
 */
interface LedgerDoor<E extends Event, S> {

    /** The family of events. */
    Class<E> family();

    /** The member of a body that names the stream, such as {@code teamId}. */
    String member();

    /** The id that a path names; what cannot be one is not there. */
    Id id(String ofPath);

    /** The name of the stream. */
    String stream(Id id);

    /** The state at the log's head. */
    S state(Id id);

    /** The ledger in it. */
    Ledger<E> ledger(S state);

    /**
     * The caller's right, and what of the body he or she may not.
     *
     * @param right of the role that puts the stream in scope
     */
    record InScope(Right right, List<Fault> forbidden) {}

    /**
     * Whether a fact or a correction is in scope; what is not there, or not for the caller, is 404.
     */
    InScope scope(Caller caller, Post post, Id id, S state);

    /** Whether a stream that begins with this fact is in scope. */
    InScope scopeOfNew(Caller caller, E fact);

    /** What a fact names in other streams that is not there. */
    List<Refusal> missing(E fact, Caller caller);

    /** The team or the study of a fact. */
    Id idOf(E fact);

    /** The command of a fact. */
    CommandId commandId(E fact);

    /** Who recorded a fact. */
    Person recordedBy(E fact);

    /** A mark in error as it was sent; empty: it is something else. */
    Optional<Correcting<E>> marking(E fact);

    /** The command that records a fact, on a state that puts it in scope. */
    Scoped stating(S state, Posting posting, E fact);

    /** The command that corrects one. */
    Scoped correcting(S state, Posting posting, Correcting<E> sent);
}
