package org.refocusrecord.query.history;

import org.refocusrecord.events.Person;

import java.util.Set;

/**
 * The people who were there when something was said: who, beside the person, may read a text that
 * is shared with the worker only.
 *
 * <p>They are the people of the session as it was first posted. Whoever an amendment of the session
 * takes away is taken away here too; nobody is ever added. The first recorder stays.
 *
 * @param recorder who recorded it first
 * @param staff the members of staff who took part
 */
public record SeenBy(Person recorder, Set<Person> staff) {

    /** Whether somebody recorded it or, as staff, took part. */
    public boolean includes(Person somebody) {
        return recorder.equals(somebody) || staff.contains(somebody);
    }
}
