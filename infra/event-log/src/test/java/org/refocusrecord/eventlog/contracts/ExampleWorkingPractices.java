package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.GOAL;
import static org.refocusrecord.eventlog.contracts.Cast.PREFERENCE;
import static org.refocusrecord.eventlog.contracts.Cast.SISTER;
import static org.refocusrecord.eventlog.contracts.Cast.STRENGTH;
import static org.refocusrecord.eventlog.contracts.Cast.VALUE;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER;
import static org.refocusrecord.eventlog.contracts.Cast.entry;
import static org.refocusrecord.eventlog.contracts.Cast.noted;
import static org.refocusrecord.eventlog.contracts.Cast.told;

import org.refocusrecord.events.AspirationId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.workingpractice.AppliesWhen;
import org.refocusrecord.events.workingpractice.Approach;
import org.refocusrecord.events.workingpractice.AskAgain;
import org.refocusrecord.events.workingpractice.Aspiration;
import org.refocusrecord.events.workingpractice.AspirationChanged;
import org.refocusrecord.events.workingpractice.AspirationTold;
import org.refocusrecord.events.workingpractice.AspirationWithdrawn;
import org.refocusrecord.events.workingpractice.DomainScheme;
import org.refocusrecord.events.workingpractice.GoalPhase;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.LedBy;
import org.refocusrecord.events.workingpractice.LifeMap;
import org.refocusrecord.events.workingpractice.OfferResponse;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.events.workingpractice.PracticeOffered;
import org.refocusrecord.events.workingpractice.Preference;
import org.refocusrecord.events.workingpractice.PreferenceAnswer;
import org.refocusrecord.events.workingpractice.PreferenceAnswered;
import org.refocusrecord.events.workingpractice.PreferenceChanged;
import org.refocusrecord.events.workingpractice.PreferenceSource;
import org.refocusrecord.events.workingpractice.PreferenceTold;
import org.refocusrecord.events.workingpractice.PreferenceWithdrawn;
import org.refocusrecord.events.workingpractice.Recognised;
import org.refocusrecord.events.workingpractice.Strength;
import org.refocusrecord.events.workingpractice.StrengthChanged;
import org.refocusrecord.events.workingpractice.StrengthColumn;
import org.refocusrecord.events.workingpractice.StrengthDomain;
import org.refocusrecord.events.workingpractice.StrengthNature;
import org.refocusrecord.events.workingpractice.StrengthNoticed;
import org.refocusrecord.events.workingpractice.StrengthWithdrawn;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.Style;
import org.refocusrecord.events.workingpractice.Value;
import org.refocusrecord.events.workingpractice.ValueArea;
import org.refocusrecord.events.workingpractice.ValueChanged;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValueWithdrawn;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.util.List;
import java.util.stream.Stream;

/** The working practices, and what the person told in them. */
final class ExampleWorkingPractices {

    private static final AspirationId ASPIRATION = AspirationId.of(Cast.id("f", 6));

    private ExampleWorkingPractices() {}

    static List<Event> all() {
        return Stream.of(conversations(), tellings(), changed(), withdrawn())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Event> conversations() {
        return List.of(
                new PracticeOffered(
                        entry(2), Practice.WP2, WORKER, OfferResponse.NOT_NOW, AskAgain.YES),
                new ValuesTalkedAbout(
                        entry(3),
                        List.of(Approach.CONVERSATIONAL, Approach.VISUAL),
                        List.of(LifeMap.WHO_AM_I, LifeMap.CHOICES),
                        List.of(Style.COACHING),
                        List.of(WORKER),
                        LedBy.JOINT,
                        40,
                        List.of(ValueArea.CULTURAL_IDENTITY, ValueArea.SOCIAL_ROLES),
                        List.of(ValueArea.SEXUALITY),
                        List.of(ValueArea.RELIGION_SPIRITUALITY),
                        List.of(
                                new Value(
                                        VALUE,
                                        ValueArea.SOCIAL_ROLES,
                                        told("Being somebody my family can count on."))),
                        List.of(
                                new Preference(
                                        PREFERENCE,
                                        PreferenceSource.SERVICES,
                                        AppliesWhen.IN_CRISIS,
                                        told("Ask me before you ring my sister.")))),
                new StrengthsTalkedAbout(
                        entry(4),
                        DomainScheme.REFOCUS_2011,
                        List.of(Style.COACHING, Style.MENTORING),
                        List.of(WORKER),
                        LedBy.SERVICE_USER,
                        35,
                        List.of(StrengthDomain.DAILY_LIVING, StrengthDomain.OCCUPATIONAL),
                        List.of(StrengthDomain.FINANCIAL),
                        List.of(StrengthDomain.HEALTH),
                        false,
                        List.of(
                                new Strength(
                                        STRENGTH,
                                        StrengthDomain.DAILY_LIVING,
                                        StrengthColumn.PERSONAL_AND_SOCIAL_RESOURCES,
                                        StrengthNature.INDIVIDUAL,
                                        told("I used to cook for twelve on Sundays."),
                                        Recognised.YES)),
                        List.of(
                                new Aspiration(
                                        ASPIRATION,
                                        StrengthDomain.OCCUPATIONAL,
                                        told("To work in a kitchen one day.")))),
                new GoalsTalkedAbout(
                        entry(5),
                        GoalPhase.PLAN_ACTIONS,
                        List.of(GOAL),
                        List.of(Style.CO_LEARNING),
                        List.of(WORKER),
                        LedBy.JOINT,
                        25));
    }

    private static List<Event> tellings() {
        return List.of(
                new ValueTold(
                        entry(6),
                        VALUE,
                        ValueArea.SOCIAL_ROLES,
                        told("Being somebody my family can count on.")),
                new PreferenceTold(
                        entry(7),
                        PREFERENCE,
                        PreferenceSource.OTHER,
                        AppliesWhen.NOW,
                        told("I would rather walk with a friend than take more tablets.")),
                new AspirationTold(
                        entry(8),
                        ASPIRATION,
                        StrengthDomain.OCCUPATIONAL,
                        told("To work in a kitchen one day.")),
                new StrengthNoticed(
                        entry(9),
                        STRENGTH,
                        SISTER,
                        noted("The sister says that nobody plans a meal so well."),
                        StrengthDomain.PERSONAL_QUALITIES,
                        StrengthNature.INDIVIDUAL,
                        Recognised.NOT_YET),
                new PreferenceAnswered(
                        entry(10),
                        PREFERENCE,
                        PreferenceAnswer.PARTLY,
                        WORKER,
                        noted("The walking group meets only on Tuesdays.")));
    }

    private static List<Event> changed() {
        return List.of(
                new ValueChanged(
                        entry(11),
                        VALUE,
                        told("Being there for my family without losing myself."),
                        told("I have thought about it since.")),
                new PreferenceChanged(
                        entry(12),
                        PREFERENCE,
                        told("You may ring my sister, and tell me afterwards."),
                        told("We are on good terms again.")),
                new StrengthChanged(
                        entry(13),
                        STRENGTH,
                        told("I can cook for many and stay calm."),
                        told("The calm is the strength.")),
                new AspirationChanged(
                        entry(14),
                        ASPIRATION,
                        told("To run a small kitchen with others."),
                        told("Not alone.")));
    }

    private static List<Event> withdrawn() {
        return List.of(
                new ValueWithdrawn(entry(15), VALUE, told("This was more my mother's.")),
                new PreferenceWithdrawn(entry(16), PREFERENCE, told("No longer needed.")),
                new StrengthWithdrawn(entry(17), STRENGTH, told("I do not see myself in it.")),
                new AspirationWithdrawn(entry(18), ASPIRATION, told("I want something else now.")));
    }
}
