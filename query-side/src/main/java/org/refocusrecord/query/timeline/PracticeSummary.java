package org.refocusrecord.query.timeline;

import org.refocusrecord.events.workingpractice.AspirationChanged;
import org.refocusrecord.events.workingpractice.AspirationTold;
import org.refocusrecord.events.workingpractice.AspirationWithdrawn;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.events.workingpractice.PracticeOffered;
import org.refocusrecord.events.workingpractice.PreferenceAnswered;
import org.refocusrecord.events.workingpractice.PreferenceChanged;
import org.refocusrecord.events.workingpractice.PreferenceTold;
import org.refocusrecord.events.workingpractice.PreferenceWithdrawn;
import org.refocusrecord.events.workingpractice.StrengthChanged;
import org.refocusrecord.events.workingpractice.StrengthNoticed;
import org.refocusrecord.events.workingpractice.StrengthWithdrawn;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.ValueChanged;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValueWithdrawn;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;

/** Conversations of the working practices, and what was told in them, in a few words. */
final class PracticeSummary {

    private PracticeSummary() {}

    static String of(WorkingPracticeEvent event) {
        return switch (event) {
            case PracticeOffered offered ->
                    Plain.joined(
                            practice(offered.practice()) + " offered",
                            "by " + Plain.person(offered.offeredBy()),
                            Plain.code(offered.response()));
            case ValuesTalkedAbout talk ->
                    Plain.joined(
                            "conversation about values and treatment preferences",
                            Plain.where("", talk.approaches()),
                            Plain.where("declined:", talk.areasDeclined()),
                            Plain.number(talk.values(), "value", "values"),
                            Plain.number(talk.preferences(), "preference", "preferences"));
            case StrengthsTalkedAbout talk ->
                    Plain.joined(
                            "conversation about strengths",
                            Plain.where("declined:", talk.domainsDeclined()),
                            Boolean.TRUE.equals(talk.noneNamed()) ? "none named" : null,
                            Plain.number(talk.strengths(), "strength", "strengths"),
                            Plain.number(talk.aspirations(), "aspiration", "aspirations"));
            case GoalsTalkedAbout talk ->
                    Plain.joined(
                            "conversation about goals",
                            Plain.code(talk.phase()),
                            Plain.number(talk.goals(), "goal", "goals"));
            case ValueTold _ -> "value told";
            case PreferenceTold _ -> "treatment preference told";
            case AspirationTold _ -> "aspiration told";
            case StrengthNoticed noticed ->
                    "strength noticed by " + Plain.person(noticed.noticedBy());
            case ValueChanged _ -> "value changed";
            case PreferenceChanged _ -> "treatment preference changed";
            case StrengthChanged _ -> "strength changed";
            case AspirationChanged _ -> "aspiration changed";
            case ValueWithdrawn _ -> "value withdrawn";
            case PreferenceWithdrawn _ -> "treatment preference withdrawn";
            case StrengthWithdrawn _ -> "strength withdrawn";
            case AspirationWithdrawn _ -> "aspiration withdrawn";
            case PreferenceAnswered answered ->
                    Plain.joined(
                            "treatment preference answered by " + Plain.person(answered.by()),
                            Plain.code(answered.answer()));
        };
    }

    static String practice(Practice practice) {
        return switch (practice) {
            case WP1 -> "conversation about values and treatment preferences";
            case WP2 -> "conversation about strengths";
            case WP3 -> "conversation about goals";
            case COACHING -> "coaching";
        };
    }
}
