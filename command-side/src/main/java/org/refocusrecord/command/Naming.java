package org.refocusrecord.command;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that everybody is named where there is no session from which a short form could be
 * filled in.
 */
public final class Naming implements Mapping.Replacing {

    private final List<Refusal> refusals = new ArrayList<>();

    /** Whoever is not named. */
    public List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public Person person(String pointer, Person person) {
        if (!person.isNamed()) {
            String code = person.isShort() ? "party.unknown" : "party.id-missing";
            refusals.add(new Refusal.PartyNotClear(pointer, code, person.party()));
        }
        return person;
    }

    @Override
    public List<Person> persons(String pointer, List<Person> persons) {
        Set<Person> seen = new HashSet<>();
        for (int index = 0; index < persons.size(); index++) {
            Person who = person(pointer + "/" + index, persons.get(index));
            if (who.isNamed() && !seen.add(who)) {
                refusals.add(
                        new Refusal.PartyNotClear(
                                pointer + "/" + index, "party.twice", who.party()));
            }
        }
        return persons;
    }

    @Override
    public Words words(String pointer, Words words) {
        return words;
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        return answers;
    }
}
