package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.workingpractice.Recognised;
import org.refocusrecord.events.workingpractice.StrengthColumn;
import org.refocusrecord.events.workingpractice.StrengthDomain;
import org.refocusrecord.events.workingpractice.StrengthNature;

import java.util.List;

/**
 * A strength of the person.
 *
 * @param statement as it was named first, or changed since; whoever notices it again adds a name
 * @param noticedBy everybody who noticed it; nobody where it was named in a conversation only
 */
public record PlanStrength(
        StrengthId strengthId,
        @Nullable StrengthDomain domain,
        @Nullable StrengthColumn column,
        @Nullable StrengthNature nature,
        Words statement,
        @Nullable Words firstStatement,
        List<Person> noticedBy,
        @Nullable Recognised recognisedByPerson,
        Trail trail)
        implements PlanItem {}
