package org.refocusrecord.command.door;

import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.StreamCommand;
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
 */
interface LedgerDoor<E extends Event> {

    /** The family of events. */
    Class<E> family();

    /** The sealed family of commands, by which Axon routes. */
    Class<?> commands();

    /** The member of a body that names the stream, such as {@code teamId}. */
    String member();

    /** The id that a path names; what cannot be one is not there. */
    Id id(String ofPath);

    /** The ledger at the log's head. */
    Ledger<E> ledger(Id id);

    /**
     * The caller's right, and what of the body he or she may not.
     *
     * @param right of the role that puts the stream in scope
     */
    record InScope(Right right, List<Fault> forbidden) {}

    /**
     * Whether a fact or a correction is in scope; what is not there, or not for the caller, is 404.
     */
    InScope scope(Caller caller, Post post, Id id);

    /** Whether a stream that begins with this fact is in scope. */
    InScope scopeOfNew(Caller caller, E fact);

    /** What a fact names in other streams that is not there. */
    List<Refusal> missing(E fact, Caller caller);

    /** The stream of a fact. */
    Id streamOf(E fact);

    /** The command of a fact. */
    CommandId commandId(E fact);

    /** Who recorded a fact. */
    Person recordedBy(E fact);

    /** A mark in error as it was sent; empty: it is something else. */
    Optional<Correcting<E>> marking(E fact);

    /** The command that records a fact. */
    StreamCommand stating(Id id, Posting posting, E fact);

    /** The command that corrects one. */
    StreamCommand correcting(Id id, Posting posting, Correcting<E> sent);
}
