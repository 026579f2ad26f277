package org.refocusrecord.events.shape;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.util.ArrayList;
import java.util.List;

/** Replaces nothing, and remembers what it was asked. */
final class Counting implements Mapping.Replacing {

    private final List<String> pointers = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();

    List<String> pointers() {
        return pointers;
    }

    List<Words> words() {
        return words;
    }

    List<Person> persons() {
        return persons;
    }

    @Override
    public Person person(String pointer, Person person) {
        pointers.add(pointer);
        persons.add(person);
        return person;
    }

    @Override
    public Words words(String pointer, Words said) {
        pointers.add(pointer);
        words.add(said);
        return said;
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        pointers.add(pointer);
        return answers;
    }
}
