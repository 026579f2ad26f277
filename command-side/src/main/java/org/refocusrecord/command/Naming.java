package org.refocusrecord.command;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that everybody is named where there is no session from which a short form could be
 * filled in.
 */
public final class Naming implements Mapping.Replacing {

    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Set<Person>> lists = new HashMap<>();

    /** Whoever is not named, or twice in one list. */
    public List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public Person person(String pointer, Person person) {
        if (!person.isNamed()) {
            String code = person.isShort() ? "party.unknown" : "party.id-missing";
            refusals.add(new Refusal.PartyNotClear(pointer, code, person.party()));
        } else if (isElement(pointer) && !listOf(pointer).add(person)) {
            refusals.add(new Refusal.PartyNotClear(pointer, "party.twice", person.party()));
        }
        return person;
    }

    private static boolean isElement(String pointer) {
        return Character.isDigit(pointer.charAt(pointer.length() - 1));
    }

    private Set<Person> listOf(String pointer) {
        String list = pointer.substring(0, pointer.lastIndexOf('/'));
        return lists.computeIfAbsent(list, _ -> new HashSet<>());
    }

    /** Those who stand in a list more than once; {@code member} is where in an element. */
    public static List<Refusal> twice(String pointer, String member, List<Person> persons) {
        List<Refusal> refusals = new ArrayList<>();
        Set<Person> seen = new HashSet<>();
        for (int index = 0; index < persons.size(); index++) {
            Person who = persons.get(index);
            if (who.isNamed() && !seen.add(who)) {
                refusals.add(
                        new Refusal.PartyNotClear(
                                pointer + "/" + index + member, "party.twice", who.party()));
            }
        }
        return refusals;
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
