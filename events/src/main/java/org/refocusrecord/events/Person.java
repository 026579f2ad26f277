package org.refocusrecord.events;

import java.util.regex.Pattern;

/**
 * One identified person, and the part he or she has in this.
 *
 * <p>The id may be wanting only in what was sent: a bare word is short for the only participant of
 * that party, and of an object somebody may have left it out. In an event the person is always
 * named. Ids are UUIDs but for {@link Party#OTHER}, who may be an account.
 *
 * @param party the part
 * @param id who it is
 */
public record Person(Party party, String id) {

    /** The form of an account, whether it posts or is named as {@link Party#OTHER}. */
    public static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_.:/-]{1,100}");

    private static final String SHORT = "";
    private static final String LEFT_OUT = " ";

    /** The only participant of a party, whoever that is. */
    public static Person theOnly(Party party) {
        return new Person(party, SHORT);
    }

    /** Somebody of a party whose id was left out. */
    public static Person withoutId(Party party) {
        return new Person(party, LEFT_OUT);
    }

    /** Whether it is known who it is. */
    public boolean isNamed() {
        return !id.isBlank();
    }

    /** Whether it is short for the only participant of the party. */
    public boolean isShort() {
        return id.equals(SHORT);
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
