package org.refocusrecord.events;

import java.util.SortedMap;

/** The answers to a questionnaire, by item. */
public sealed interface Answers {

    /** The answers that were given; an item that is left out is missing. */
    record Given(SortedMap<String, Answer> byItem) implements Answers {}

    /** As posted in a correction: the answers stay as they were. */
    record AsBefore() implements Answers {}

    /** As recorded in a correction: the answers are those of another event. */
    record From(EventId eventId) implements Answers {}

    /** One answer: a number, or a code such as DECLINED. */
    sealed interface Answer {}

    /** A number on the item's scale. */
    record Level(int value) implements Answer {}

    /** A code. */
    record Coded(String code) implements Answer {}
}
