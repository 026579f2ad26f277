package org.refocusrecord.command.example;

import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Facts.any;
import static org.refocusrecord.command.example.Sayings.words;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;

import java.util.List;

/**
 * A correction, called by a name: a mark in error, or an amendment. Where nobody is named it is
 * recorded by whoever posts it, or by the worker where a system does.
 */
public record Mending(
        String name,
        Id target,
        @Nullable CorrectionCause because,
        Words reason,
        @Nullable ReplacementReading<CaseEvent> replacement,
        @Nullable Person confirmedBy,
        @Nullable Person recordedBy)
        implements Telling {

    /** Something is marked in error. */
    public static Mending marked(String name, Id target) {
        return new Mending(name, target, null, words("a slip"), null, null, null);
    }

    /** Something is amended. */
    public static Mending amended(String name, Id target, CaseEvent replacement) {
        return new Mending(
                name,
                target,
                null,
                words("a slip"),
                recorder -> new ReplacementReading.WasRead<>(replacement),
                null,
                null);
    }

    /** What should replace it cannot be read. */
    public static Mending unreadable(String name, Id target, Refusal... faults) {
        return amended(name, target, Facts.opened())
                .read(recorder -> new ReplacementReading.NotRead<>(List.of(faults)));
    }

    /** Read in another way. */
    public Mending read(ReplacementReading<CaseEvent> other) {
        return new Mending(name, target, because, reason, other, confirmedBy, recordedBy);
    }

    /** On this ground. */
    public Mending because(CorrectionCause cause) {
        return new Mending(name, target, cause, reason, replacement, confirmedBy, recordedBy);
    }

    /** For this reason. */
    public Mending saying(Words why) {
        return new Mending(name, target, because, why, replacement, confirmedBy, recordedBy);
    }

    /** With the word of somebody. */
    public Mending confirmedBy(Person who) {
        return new Mending(name, target, because, reason, replacement, who, recordedBy);
    }

    /** Recorded by somebody else. */
    public Mending recordedBy(Person who) {
        return new Mending(name, target, because, reason, replacement, confirmedBy, who);
    }

    /** By the person. */
    public Telling byPerson() {
        return recordedBy(Cast.PERSON).posted(Postings.byPerson());
    }

    @Override
    public Posting posting() {
        return Postings.bySystem();
    }

    @Override
    public CaseCommand command(Posting posting) {
        return new CaseCommand.Correct(
                CaseCommand.streamOf(CASE),
                posting,
                new CaseCommand.Correcting(
                        CASE,
                        Facts.command(name),
                        any(target),
                        because,
                        reason,
                        replacement,
                        confirmedBy,
                        recordedBy == null ? Postings.self(posting) : recordedBy));
    }
}
