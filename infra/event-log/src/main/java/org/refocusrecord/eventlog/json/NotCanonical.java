package org.refocusrecord.eventlog.json;

/**
 * Something that has no canonical form of its own: half of a surrogate pair, or a number of which a
 * double keeps only a part. Writing the nearest thing instead would let two different contents look
 * the same. The message never quotes the value, since it may be a person's words.
 */
public final class NotCanonical extends RuntimeException {

    private final String pointer;
    private final String fault;

    NotCanonical(String fault) {
        this("", fault);
    }

    private NotCanonical(String pointer, String fault) {
        super(pointer.isEmpty() ? fault : fault + " at " + pointer);
        this.pointer = pointer;
        this.fault = fault;
    }

    /** JSON pointer of the place, empty for the whole. */
    public String pointer() {
        return pointer;
    }

    NotCanonical below(String nameOrIndex) {
        String step = nameOrIndex.replace("~", "~0").replace("/", "~1");
        return new NotCanonical("/" + step + pointer, fault);
    }
}
