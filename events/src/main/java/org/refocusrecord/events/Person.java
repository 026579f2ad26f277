package org.refocusrecord.events;

/**
 * One identified person, and the part he or she has in this.
 *
 * <p>The id may be empty only in what was sent, as short for the only participant of that party; in
 * an event the person is always named. Ids are UUIDs but for {@link Party#OTHER}, who may be an
 * account.
 *
 * @param party the part
 * @param id who it is, or empty
 */
public record Person(Party party, String id) {

    /** Somebody of a party, not yet named. */
    public static Person unnamed(Party party) {
        return new Person(party, "");
    }

    /** Whether it is known who it is. */
    public boolean isNamed() {
        return !id.isEmpty();
    }

    /** As in the log's columns and proofs: {@code STAFF/<id>}. */
    @Override
    public String toString() {
        return party + "/" + id;
    }

    /** Reads what {@link #toString()} wrote. */
    public static Person of(String text) {
        int slash = text.indexOf('/');
        return new Person(Party.valueOf(text.substring(0, slash)), text.substring(slash + 1));
    }
}
