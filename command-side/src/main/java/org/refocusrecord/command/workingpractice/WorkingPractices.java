package org.refocusrecord.command.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.Bearing.Collecting;
import org.refocusrecord.command.Bearing.Manner;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.OwnDoor;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Speaking;
import org.refocusrecord.events.workingpractice.Aspiration;
import org.refocusrecord.events.workingpractice.AspirationChanged;
import org.refocusrecord.events.workingpractice.AspirationTold;
import org.refocusrecord.events.workingpractice.AspirationWithdrawn;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.PracticeOffered;
import org.refocusrecord.events.workingpractice.Preference;
import org.refocusrecord.events.workingpractice.PreferenceAnswered;
import org.refocusrecord.events.workingpractice.PreferenceChanged;
import org.refocusrecord.events.workingpractice.PreferenceTold;
import org.refocusrecord.events.workingpractice.PreferenceWithdrawn;
import org.refocusrecord.events.workingpractice.Strength;
import org.refocusrecord.events.workingpractice.StrengthChanged;
import org.refocusrecord.events.workingpractice.StrengthNoticed;
import org.refocusrecord.events.workingpractice.StrengthWithdrawn;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.Value;
import org.refocusrecord.events.workingpractice.ValueChanged;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValueWithdrawn;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;

import java.util.List;

/** What the working practices bring into a case: values, preferences, strengths and aspirations. */
public final class WorkingPractices {

    private static final String VALUE = "/valueId";
    private static final String PREFERENCE = "/preferenceId";
    private static final String STRENGTH = "/strengthId";
    private static final String ASPIRATION = "/aspirationId";

    private WorkingPractices() {}

    /** What an entry of the working practices brings and names. */
    public static Bearing bearing(WorkingPracticeEvent event) {
        Collecting tie = Bearing.of();
        return switch (event) {
            case PracticeOffered _ -> Bearing.NONE;
            case ValuesTalkedAbout e -> values(tie, e);
            case StrengthsTalkedAbout e -> strengths(tie, e);
            case GoalsTalkedAbout e -> tie.talksAbout("/goals", e.goals()).done();
            case ValueTold e -> tie.brings(VALUE, ItemKind.VALUE, e.valueId()).done();
            case PreferenceTold e ->
                    tie.brings(PREFERENCE, ItemKind.PREFERENCE, e.preferenceId()).done();
            case AspirationTold e ->
                    tie.brings(ASPIRATION, ItemKind.ASPIRATION, e.aspirationId()).done();
            case StrengthNoticed e ->
                    tie.brings(STRENGTH, ItemKind.STRENGTH, e.strengthId(), Manner.NEW_OR_AGAIN)
                            .done();
            case ValueChanged e -> tie.names(VALUE, ItemKind.VALUE, e.valueId()).done();
            case ValueWithdrawn e -> tie.names(VALUE, ItemKind.VALUE, e.valueId()).done();
            case PreferenceChanged e ->
                    tie.names(PREFERENCE, ItemKind.PREFERENCE, e.preferenceId()).done();
            case PreferenceWithdrawn e ->
                    tie.names(PREFERENCE, ItemKind.PREFERENCE, e.preferenceId()).done();
            case PreferenceAnswered e ->
                    tie.names(PREFERENCE, ItemKind.PREFERENCE, e.preferenceId()).done();
            case StrengthChanged e -> tie.names(STRENGTH, ItemKind.STRENGTH, e.strengthId()).done();
            case StrengthWithdrawn e ->
                    tie.names(STRENGTH, ItemKind.STRENGTH, e.strengthId()).done();
            case AspirationChanged e ->
                    tie.names(ASPIRATION, ItemKind.ASPIRATION, e.aspirationId()).done();
            case AspirationWithdrawn e ->
                    tie.names(ASPIRATION, ItemKind.ASPIRATION, e.aspirationId()).done();
        };
    }

    private static Bearing values(Collecting tie, ValuesTalkedAbout talk) {
        List<Value> values = orNone(talk.values());
        for (int i = 0; i < values.size(); i++) {
            tie.brings("/values/" + i + VALUE, ItemKind.VALUE, values.get(i).valueId());
        }
        List<Preference> preferences = orNone(talk.preferences());
        for (int i = 0; i < preferences.size(); i++) {
            tie.brings(
                    "/preferences/" + i + PREFERENCE,
                    ItemKind.PREFERENCE,
                    preferences.get(i).preferenceId());
        }
        return tie.done();
    }

    private static Bearing strengths(Collecting tie, StrengthsTalkedAbout talk) {
        List<Strength> strengths = orNone(talk.strengths());
        for (int i = 0; i < strengths.size(); i++) {
            tie.brings(
                    "/strengths/" + i + STRENGTH, ItemKind.STRENGTH, strengths.get(i).strengthId());
        }
        List<Aspiration> aspirations = orNone(talk.aspirations());
        for (int i = 0; i < aspirations.size(); i++) {
            tie.brings(
                    "/aspirations/" + i + ASPIRATION,
                    ItemKind.ASPIRATION,
                    aspirations.get(i).aspirationId());
        }
        return tie.done();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What speaks against an entry of the working practices, apart from what it names. */
    public static List<Refusal> refusals(WorkingPracticeEvent event, Speaking speaking) {
        return event instanceof StrengthNoticed noticed
                ? OwnDoor.only(speaking, "/noticedBy", noticed.noticedBy())
                : List.of();
    }
}
