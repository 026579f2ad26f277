package org.refocusrecord.app.demo.cases;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A meeting, or the person at the own door: what is said there becomes entries.
 *
 * @param staff the worker who is there, as entries name him or her; null at the own door
 */
record Scene(
        Picture picture, Chance chance, LocalDate day, @Nullable Person staff, List<Body> entries) {

    /** The person, in whatever form. */
    static final Person ONESELF = Person.theOnly(Party.SERVICE_USER);

    /** A meeting with a worker. */
    static Scene with(Picture picture, Chance chance, LocalDate day, Person staff) {
        return new Scene(picture, chance, day, staff, new ArrayList<>());
    }

    /** The person alone. */
    static Scene alone(Picture picture, Chance chance, LocalDate day) {
        return new Scene(picture, chance, day, null, new ArrayList<>());
    }

    /** A new entry of this kind. */
    Body add(String kind) {
        Body entry = Body.of("entryId", chance.id()).with("kind", kind);
        entries.add(entry);
        return entry;
    }

    /** A new conversation: experiences may be told about it. */
    Body talk(String kind) {
        Body entry = add(kind);
        picture.lastTalk = entry.id("entryId");
        return entry;
    }

    boolean isOwnDoor() {
        return staff == null;
    }

    /** The worker; at the own door nobody is named, and it is the person. */
    Person worker() {
        return staff == null ? ONESELF : staff;
    }

    /** The person, named in a meeting; at the own door left out, since it can be nobody else. */
    @Nullable Person oneself() {
        return isOwnDoor() ? null : ONESELF;
    }

    /** Only the worker; at the own door left out. */
    List<Person> workerOnly() {
        return staff == null ? List.of() : List.of(staff);
    }

    /** The person and the worker; at the own door left out. */
    List<Person> together() {
        return staff == null ? List.of() : List.of(ONESELF, staff);
    }

    /** Now the one, now the other. */
    List<Person> someOfUs() {
        return chance.percent(70) ? together() : workerOnly();
    }

    /** What the person says: by the own door, word by word, translated, or as the worker heard. */
    Words says(Phrase phrase) {
        if (isOwnDoor()) {
            return phrase.words(chance);
        }
        if (picture.interpreted) {
            return phrase.translated(chance);
        }
        return chance.percent(65) ? phrase.verbatim(chance) : phrase.words(chance);
    }

    /** What whoever records says. */
    Words puts(Phrase phrase) {
        return phrase.words(chance);
    }

    /** The same, in some cases of a hundred. */
    @Nullable Words mayPut(Phrase phrase, int percent) {
        return chance.percent(percent) ? puts(phrase) : null;
    }

    /** One or two things that something arises from; none where nothing was told yet. */
    List<UUID> sources() {
        return chance.some(picture.sources(), chance.between(0, 2));
    }
}
