package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.workingpractice.Recognised;
import org.refocusrecord.events.workingpractice.Strength;
import org.refocusrecord.events.workingpractice.StrengthColumn;
import org.refocusrecord.events.workingpractice.StrengthDomain;
import org.refocusrecord.events.workingpractice.StrengthNature;
import org.refocusrecord.events.workingpractice.StrengthNoticed;

import java.util.List;
import java.util.stream.Stream;

/** What is known of a strength, or said of it by one entry. */
record StrengthNow(
        StrengthId strengthId,
        @Nullable StrengthDomain domain,
        @Nullable StrengthColumn column,
        @Nullable StrengthNature nature,
        Words statement,
        List<Person> noticedBy,
        @Nullable Recognised recognised) {

    static StrengthNow of(Strength strength) {
        return new StrengthNow(
                strength.strengthId(),
                strength.domain(),
                strength.column(),
                strength.nature(),
                strength.statement(),
                List.of(),
                strength.recognisedByPerson());
    }

    static StrengthNow of(StrengthNoticed noticed) {
        return new StrengthNow(
                noticed.strengthId(),
                noticed.domain(),
                null,
                noticed.nature(),
                noticed.statement(),
                List.of(noticed.noticedBy()),
                noticed.recognisedByPerson());
    }

    /**
     * The same, named again: it gains a name, what was not yet known of it, and what was last said
     * of the person's own view.
     */
    StrengthNow namedAgain(StrengthNow again) {
        return new StrengthNow(
                strengthId,
                domain == null ? again.domain : domain,
                column == null ? again.column : column,
                nature == null ? again.nature : nature,
                statement,
                Stream.concat(noticedBy.stream(), again.noticedBy.stream()).distinct().toList(),
                again.recognised == null ? recognised : again.recognised);
    }
}
