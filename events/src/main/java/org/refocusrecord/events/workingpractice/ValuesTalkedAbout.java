package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Within;

import java.util.List;

/**
 * Working practice 1: staff and service user talked about values and treatment preferences.
 *
 * <p>Only what the person finds important is talked about: areas declined are as much a fact as
 * areas covered. Nothing need be written down.
 */
@EventType(
        name = "values.talked-about",
        revision = 1,
        door = "VALUES_CONVERSATION",
        meaning =
                "Working practice 1: staff and service user talked about values and "
                        + "treatment preferences.")
public record ValuesTalkedAbout(
        EntryId entryId,
        List<Approach> approaches,
        @Nullable List<LifeMap> maps,
        @Nullable List<Style> styles,
        @Nullable List<Person> with,
        @Nullable LedBy ledBy,
        @Within(min = 1, max = 1440) @Nullable Integer minutes,
        @Nullable List<ValueArea> areasTalkedAbout,
        @Nullable List<ValueArea> areasDeclined,
        @Nullable List<ValueArea> areasNotDiscussed,
        @Nullable List<Value> values,
        @Nullable List<Preference> preferences)
        implements WorkingPracticeEvent {}
