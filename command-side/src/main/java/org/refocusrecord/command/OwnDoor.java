package org.refocusrecord.command;

import org.refocusrecord.events.Person;

import java.util.ArrayList;
import java.util.List;

/** By the person's own door one speaks for oneself alone. */
public final class OwnDoor {

    private OwnDoor() {}

    /** Refuses, by the own door, anybody but the person. */
    public static List<Refusal> only(Speaking speaking, String pointer, Person who) {
        return speaking.ownDoor() && !who.equals(speaking.person())
                ? List.of(Rule.OWN_ENTRY_ANOTHER_PERSON.at(pointer))
                : List.of();
    }

    /** Refuses, by the own door, anybody but the person in a list. */
    public static List<Refusal> only(Speaking speaking, String pointer, List<Person> people) {
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < people.size(); index++) {
            refusals.addAll(only(speaking, pointer + "/" + index, people.get(index)));
        }
        return refusals;
    }
}
