package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is particular to one kind of ledger: that of a team, or that of a study.
 *
 * @param <E> the family of events
 */
public interface LedgerKind<E extends Event> {

    /** The family of events. */
    Class<E> family();

    /** The code of what is not there. */
    String unknown();

    /** Whether an event begins the ledger. */
    boolean registers(E event);

    /** Who recorded an event. */
    Person recordedBy(E event);

    /** Where a fact stands on the line; null: at its record time. */
    @Nullable Instant place(E fact, ZoneId zone);

    /** The ids of a fact that are in use. */
    List<Refusal> taken(Ledger<E> ledger, E fact);

    /** An amendment. */
    E amended(Correcting<E> sent, E replacement);

    /** A mark in error. */
    E marked(Correcting<E> sent);
}
