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
import org.refocusrecord.events.JsonText;
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
        boolean amendment,
        @Nullable JsonText replacement,
        ReplacementReading<CaseEvent> reading,
        @Nullable Person confirmedBy,
        @Nullable Person recordedBy)
        implements Telling {

    private static final JsonText SENT = new JsonText("{}");

    /** Something is marked in error. */
    public static Mending marked(String name, Id target) {
        return new Mending(name, target, null, words("a slip"), false, null, none(), null, null);
    }

    /** Something is amended. */
    public static Mending amended(String name, Id target, CaseEvent replacement) {
        return new Mending(
                name,
                target,
                null,
                words("a slip"),
                true,
                SENT,
                (sent, type, as) -> new ReplacementReading.WasRead<>(replacement),
                null,
                null);
    }

    /** What should replace it cannot be read. */
    public static Mending unreadable(String name, Id target, Refusal... faults) {
        return amended(name, target, Facts.opened())
                .read((sent, type, as) -> new ReplacementReading.NotRead<>(List.of(faults)));
    }

    private static ReplacementReading<CaseEvent> none() {
        return (sent, type, as) -> new ReplacementReading.NotRead<>(List.of());
    }

    /** Read in another way. */
    public Mending read(ReplacementReading<CaseEvent> other) {
        return new Mending(
                name,
                target,
                because,
                reason,
                amendment,
                replacement,
                other,
                confirmedBy,
                recordedBy);
    }

    /** With no replacement. */
    public Mending withoutReplacement() {
        return new Mending(
                name, target, because, reason, amendment, null, reading, confirmedBy, recordedBy);
    }

    /** On this ground. */
    public Mending because(CorrectionCause cause) {
        return new Mending(
                name,
                target,
                cause,
                reason,
                amendment,
                replacement,
                reading,
                confirmedBy,
                recordedBy);
    }

    /** For this reason. */
    public Mending saying(Words why) {
        return new Mending(
                name,
                target,
                because,
                why,
                amendment,
                replacement,
                reading,
                confirmedBy,
                recordedBy);
    }

    /** With the word of somebody. */
    public Mending confirmedBy(Person who) {
        return new Mending(
                name, target, because, reason, amendment, replacement, reading, who, recordedBy);
    }

    /** Recorded by somebody else. */
    public Mending recordedBy(Person who) {
        return new Mending(
                name, target, because, reason, amendment, replacement, reading, confirmedBy, who);
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
                        amendment,
                        because,
                        reason,
                        replacement,
                        confirmedBy,
                        recordedBy == null ? Postings.self(posting) : recordedBy,
                        reading));
    }
}
