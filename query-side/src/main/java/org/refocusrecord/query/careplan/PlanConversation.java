package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.workingpractice.LedBy;
import org.refocusrecord.events.workingpractice.Style;

import java.time.Instant;
import java.util.List;

/**
 * A conversation of a working practice was held.
 *
 * @param with who held it; where nobody said, the staff who took part
 */
public record PlanConversation(
        List<Person> with,
        @Nullable LedBy ledBy,
        List<Style> styles,
        @Nullable Integer minutes,
        Instant at,
        Trail trail)
        implements PlanItem {}
