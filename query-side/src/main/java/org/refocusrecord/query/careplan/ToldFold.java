package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Words;
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
import org.refocusrecord.query.history.Fact;

import java.util.List;

/** What the person told: values, preferences, strengths, aspirations. */
final class ToldFold {

    private record PreferenceNow(Preference told, @Nullable PlanAnswer answer) {}

    private final Include include;
    private final Items<Told<Value>> values;
    private final Items<Told<PreferenceNow>> preferences;
    private final Items<Told<StrengthNow>> strengths;
    private final Items<Told<Aspiration>> aspirations;

    ToldFold(Include include) {
        this.include = include;
        this.values = new Items<>(include);
        this.preferences = new Items<>(include);
        this.strengths = new Items<>(include);
        this.aspirations = new Items<>(include);
    }

    void bring(WorkingPracticeEvent event, Fact fact) {
        ToldItems.values(event)
                .forEach(value -> bring(values, fact, value.valueId(), value, value.statement()));
        ToldItems.preferences(event)
                .forEach(preference ->
                        bring(
                                preferences,
                                fact,
                                preference.preferenceId(),
                                new PreferenceNow(preference, null),
                                preference.statement()));
        ToldItems.strengths(event)
                .forEach(strength ->
                        bring(
                                strengths,
                                fact,
                                strength.strengthId(),
                                strength,
                                strength.statement()));
        ToldItems.aspirations(event)
                .forEach(aspiration ->
                        bring(
                                aspirations,
                                fact,
                                aspiration.aspirationId(),
                                aspiration,
                                aspiration.statement()));
    }

    private static <D> void bring(
            Items<Told<D>> items, Fact fact, Id id, D detail, Words statement) {
        items.bring(fact, id, trace -> new Told<>(trace, detail, statement));
    }

    void after(WorkingPracticeEvent event, Fact fact) {
        switch (event) {
            case ValuesTalkedAbout _, ValueTold _, PreferenceTold _, AspirationTold _ ->
                    told(event, fact);
            case StrengthsTalkedAbout _, StrengthNoticed _ -> told(event, fact);
            case ValueChanged changed ->
                    change(values.madeBy(fact, changed.valueId()), changed.statement());
            case PreferenceChanged changed ->
                    change(preferences.madeBy(fact, changed.preferenceId()), changed.statement());
            case StrengthChanged changed ->
                    change(strengths.madeBy(fact, changed.strengthId()), changed.statement());
            case AspirationChanged changed ->
                    change(aspirations.madeBy(fact, changed.aspirationId()), changed.statement());
            case ValueWithdrawn gone -> withdraw(values.madeBy(fact, gone.valueId()));
            case PreferenceWithdrawn gone ->
                    withdraw(preferences.madeBy(fact, gone.preferenceId()));
            case StrengthWithdrawn gone -> withdraw(strengths.madeBy(fact, gone.strengthId()));
            case AspirationWithdrawn gone ->
                    withdraw(aspirations.madeBy(fact, gone.aspirationId()));
            case PreferenceAnswered answered -> answered(answered, fact);
            case PracticeOffered _, GoalsTalkedAbout _ -> {}
        }
    }

    /** The entries that bring items make them what they are, too. */
    private void told(WorkingPracticeEvent event, Fact fact) {
        ToldItems.values(event).forEach(value -> values.madeBy(fact, value.valueId()));
        ToldItems.preferences(event)
                .forEach(preference -> preferences.madeBy(fact, preference.preferenceId()));
        ToldItems.aspirations(event)
                .forEach(aspiration -> aspirations.madeBy(fact, aspiration.aspirationId()));
        for (StrengthNow named : ToldItems.strengths(event)) {
            Told<StrengthNow> strength = strengths.madeBy(fact, named.strengthId());
            if (strength != null) {
                strength.now(strength.detail().namedAgain(named));
            }
        }
    }

    private void answered(PreferenceAnswered answered, Fact fact) {
        Told<PreferenceNow> preference = preferences.madeBy(fact, answered.preferenceId());
        if (preference != null) {
            PlanAnswer answer =
                    new PlanAnswer(
                            answered.answer(),
                            answered.by(),
                            answered.reason(),
                            fact.place(),
                            Trace.single(fact, include));
            preference.now(new PreferenceNow(preference.detail().told(), answer));
        }
    }

    List<PlanValue> values() {
        return values.shown(told ->
                new PlanValue(
                        told.detail().valueId(),
                        told.detail().area(),
                        told.statement(),
                        told.firstStatement(),
                        told.trail()));
    }

    List<PlanPreference> preferences() {
        return preferences.shown(told ->
                new PlanPreference(
                        told.detail().told().preferenceId(),
                        told.detail().told().source(),
                        told.detail().told().appliesWhen(),
                        told.statement(),
                        told.firstStatement(),
                        told.detail().answer(),
                        told.trail()));
    }

    List<PlanStrength> strengths() {
        return strengths.shown(told ->
                new PlanStrength(
                        told.detail().strengthId(),
                        told.detail().domain(),
                        told.detail().column(),
                        told.detail().nature(),
                        told.statement(),
                        told.firstStatement(),
                        told.detail().noticedBy(),
                        told.detail().recognised(),
                        told.trail()));
    }

    List<PlanAspiration> aspirations() {
        return aspirations.shown(told ->
                new PlanAspiration(
                        told.detail().aspirationId(),
                        told.detail().domain(),
                        told.statement(),
                        told.firstStatement(),
                        told.trail()));
    }

    private static void change(@Nullable Told<?> told, Words statement) {
        if (told != null) {
            told.change(statement);
        }
    }

    private static void withdraw(@Nullable Told<?> told) {
        if (told != null) {
            told.withdraw();
        }
    }
}
