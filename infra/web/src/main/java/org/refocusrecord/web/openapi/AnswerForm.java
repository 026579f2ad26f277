package org.refocusrecord.web.openapi;

import java.util.Set;

/**
 * From which record an answer is written, and how the writing differs from the record.
 *
 * @param type the record
 * @param many whether the answer is a list of them
 * @param flat records whose members are written as members of what holds them
 * @param sometimes names of members that not every reader or question gets
 */
public record AnswerForm(Class<?> type, boolean many, Set<Class<?>> flat, Set<String> sometimes) {

    /** As the record is. */
    public static AnswerForm of(Class<?> type) {
        return new AnswerForm(type, false, Set.of(), Set.of());
    }

    /** A list of such records. */
    public AnswerForm listed() {
        return new AnswerForm(type, true, flat, sometimes);
    }

    /** With these records flat in what holds them. */
    public AnswerForm flattening(Class<?>... types) {
        return new AnswerForm(type, many, Set.of(types), sometimes);
    }

    /** With these members left out for some. */
    public AnswerForm sometimes(String... names) {
        return new AnswerForm(type, many, flat, Set.of(names));
    }
}
