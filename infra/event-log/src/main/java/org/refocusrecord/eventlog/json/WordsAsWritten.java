package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Persons and words as they are written, {@link StoredWords} without the detour over its shape:
 * there are several in most events.
 */
final class WordsAsWritten {

    private static final byte[] ID = ascii("{\"id\":");
    private static final byte[] PARTY = ascii(",\"party\":");
    private static final byte[] C = ascii("{\"c\":");
    private static final byte[] D = ascii(",\"d\":");
    private static final byte[] LANG = ascii(",\"lang\":");
    private static final byte[] N = ascii(",\"n\":");
    private static final byte[] SHARING = ascii(",\"sharing\":");
    private static final byte[] STATED_BY = ascii(",\"statedBy\":");
    private static final byte[] WORDING = ascii(",\"wording\":");
    private static final Codes<Party> PARTIES = new Codes<>(Party.values());
    private static final Codes<Sharing> SHARINGS = new Codes<>(Sharing.values());
    private static final Codes<Wording> WORDINGS = new Codes<>(Wording.values());

    private WordsAsWritten() {}

    static Person person(CanonicalReader in) {
        in.take(ID);
        String id = in.recurringText();
        in.take(PARTY);
        Party party = PARTIES.read(in);
        in.take('}');
        return new Person(party, id);
    }

    static Words.Kept words(CanonicalReader in, EventId eventId) {
        in.take(C);
        String c = in.text();
        in.take(D);
        String d = in.text();
        @Nullable String lang = in.takes(LANG) ? in.text() : null;
        in.take(N);
        int n = in.number();
        in.take(SHARING);
        Sharing sharing = SHARINGS.read(in);
        in.take(STATED_BY);
        Person statedBy = person(in);
        in.take(WORDING);
        Wording wording = WORDINGS.read(in);
        in.take('}');
        return new Words.Kept(eventId, n, c, d, statedBy, wording, lang, sharing);
    }

    /** Codes and what is written for them. */
    private static final class Codes<E extends Enum<E>> {

        private final E[] values;
        private final byte[][] texts;

        Codes(E[] values) {
            this.values = values;
            this.texts =
                    Arrays.stream(values).map(value -> ascii(value.name())).toArray(byte[][]::new);
        }

        E read(CanonicalReader in) {
            return values[in.oneOf(texts)];
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
