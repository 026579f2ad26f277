package org.refocusrecord.app.demo.cases;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Days;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.session.Setting;
import org.refocusrecord.events.session.WrittenWithPerson;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A meeting: who was there, when, and when it was written down. All of it was recorded first in the
 * service's own system, in its time; a few meetings late, and those say why.
 */
final class Meeting {

    private static final int LATE = 5;

    private final UUID sessionId;
    private final Chance chance;
    private final Instant at;
    private final LocalDate day;
    private final Body header;
    private final boolean late;

    Meeting(UUID caseId, LocalDate day, Person recordedBy, List<Body> participants, Chance of) {
        this.chance = of;
        this.day = day;
        this.sessionId = of.id();
        this.at = Days.inTheDay(day, of);
        this.late = of.percent(LATE);
        this.header =
                Body.of("sessionId", sessionId)
                        .with("caseId", caseId)
                        .with("occurredAt", at)
                        .with("minutes", 5 * of.between(2, 14))
                        .with("setting", of.oneOf(List.of(Setting.values())))
                        .with("participants", participants)
                        .with("recordedBy", recordedBy);
        together(participants);
        written();
    }

    private void together(List<Body> participants) {
        boolean person =
                participants.stream()
                        .anyMatch(who -> who.text("party").equals(Party.SERVICE_USER.name()));
        if (person) {
            header.with("writtenWithPerson", chance.oneOf(List.of(WrittenWithPerson.values())));
            boolean both = chance.percent(30);
            header.with("agendaFrom", both ? List.of(Scene.ONESELF) : null);
        }
    }

    private void written() {
        long minutes = late ? 24L * 60 * chance.between(3, 6) : chance.between(20, 1200);
        header.with("lateReason", late ? Phrase.LATE.words(chance) : null)
                .with("firstRecordedAt", at.plus(Duration.ofMinutes(minutes)));
    }

    /** People who take part, as a session names them. */
    static List<Body> people(Picture picture, boolean withPerson, Chance chance) {
        List<Body> people = new ArrayList<>();
        if (withPerson) {
            people.add(Body.of("party", Party.SERVICE_USER));
        }
        people.add(named(picture.worker.person()));
        Person carer = picture.carer;
        if (carer != null && chance.percent(withPerson ? 15 : 60)) {
            people.add(named(carer).with("relation", Phrase.RELATION.words(chance)));
        }
        if (withPerson && picture.interpreted) {
            people.add(Body.of("party", Party.INTERPRETER).with("id", chance.id()));
        }
        return people;
    }

    static Body named(Person person) {
        return Body.of("party", person.party()).with("id", person.id());
    }

    UUID sessionId() {
        return sessionId;
    }

    /** The day on which it was written down. */
    LocalDate writtenOn() {
        return late ? day.plusDays(7) : day.plusDays(1);
    }

    /** The session with its entries. */
    Body session(List<Body> entries) {
        return header.copy().with("entries", entries);
    }

    /** The same meeting entered once more under another id, with entries of their own. */
    Body again(UUID otherId, List<Body> entries) {
        return header.copy().with("sessionId", otherId).with("entries", entries);
    }

    /** The header as a correction would have it; null where it has texts that were said once. */
    @Nullable Body mended() {
        boolean plain = !late && !header.json().contains("relation");
        return plain ? header.copy().with("minutes", 5 * chance.between(2, 14)) : null;
    }
}
