package org.refocusrecord.query.timeline;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Codes and people in plain words. */
final class Plain {

    private static final String BETWEEN = "; ";

    private Plain() {}

    /** A code as it is spoken: {@code NOT_NOW} is "not now". */
    static String code(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String party(Party party) {
        return switch (party) {
            case SERVICE_USER -> "the service user";
            case STAFF -> "staff";
            case CARER -> "a carer";
            case ADVOCATE -> "an advocate";
            case RESEARCHER -> "a researcher";
            case INTERPRETER -> "an interpreter";
            case OTHER -> "somebody else";
        };
    }

    static String person(Person person) {
        return party(person.party());
    }

    /** Each party once, in the order in which they were named. */
    static String people(List<Person> people) {
        return parties(people.stream().map(Person::party).toList());
    }

    static String parties(Collection<Party> parties) {
        return parties.stream().distinct().map(Plain::party).collect(Collectors.joining(", "));
    }

    static String codes(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Plain::code).collect(Collectors.joining(", "));
    }

    /** What is there, joined by semicolons. */
    static String joined(@Nullable String... parts) {
        return Arrays.stream(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(BETWEEN));
    }

    /**
     * What is done, and in brackets to what; of both their first part says it: "marked in error
     * (amended (goal set by staff)); mistake".
     */
    static String about(String done, String what) {
        int end = done.indexOf(BETWEEN);
        String rest = end < 0 ? "" : done.substring(end);
        return done.substring(0, done.length() - rest.length())
                + " ("
                + what.split(BETWEEN, 2)[0]
                + ")"
                + rest;
    }

    /** A part that is only told where there is something to it; so the ones below. */
    static @Nullable String coded(String what, @Nullable Enum<?> code) {
        return code == null ? null : (what + " " + code(code)).strip();
    }

    static @Nullable String where(String what, @Nullable Collection<? extends Enum<?>> codes) {
        return codes == null || codes.isEmpty() ? null : (what + " " + codes(codes)).strip();
    }

    static @Nullable String by(String what, @Nullable List<Person> people) {
        return people == null || people.isEmpty() ? null : what + " " + people(people);
    }

    static @Nullable String number(@Nullable Collection<?> some, String one, String many) {
        return some == null || some.isEmpty()
                ? null
                : some.size() + " " + (some.size() == 1 ? one : many);
    }

    static @Nullable String minutes(@Nullable Integer minutes) {
        return minutes == null ? null : minutes + " minutes";
    }
}
