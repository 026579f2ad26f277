package org.refocusrecord.query.careplan;

import org.refocusrecord.events.workingpractice.Aspiration;
import org.refocusrecord.events.workingpractice.AspirationTold;
import org.refocusrecord.events.workingpractice.Preference;
import org.refocusrecord.events.workingpractice.PreferenceTold;
import org.refocusrecord.events.workingpractice.StrengthNoticed;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.Value;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;

import java.util.List;

/** Which values, preferences, strengths and aspirations an entry brings. */
final class ToldItems {

    private ToldItems() {}

    static List<Value> values(WorkingPracticeEvent event) {
        return switch (event) {
            case ValuesTalkedAbout talk -> Given.list(talk.values());
            case ValueTold told ->
                    List.of(new Value(told.valueId(), told.area(), told.statement()));
            default -> List.of();
        };
    }

    static List<Preference> preferences(WorkingPracticeEvent event) {
        return switch (event) {
            case ValuesTalkedAbout talk -> Given.list(talk.preferences());
            case PreferenceTold told ->
                    List.of(
                            new Preference(
                                    told.preferenceId(),
                                    told.source(),
                                    told.appliesWhen(),
                                    told.statement()));
            default -> List.of();
        };
    }

    static List<StrengthNow> strengths(WorkingPracticeEvent event) {
        return switch (event) {
            case StrengthsTalkedAbout talk ->
                    Given.list(talk.strengths()).stream().map(StrengthNow::of).toList();
            case StrengthNoticed noticed -> List.of(StrengthNow.of(noticed));
            default -> List.of();
        };
    }

    static List<Aspiration> aspirations(WorkingPracticeEvent event) {
        return switch (event) {
            case StrengthsTalkedAbout talk -> Given.list(talk.aspirations());
            case AspirationTold told ->
                    List.of(new Aspiration(told.aspirationId(), told.domain(), told.statement()));
            default -> List.of();
        };
    }
}
