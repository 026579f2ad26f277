package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.GOAL;
import static org.refocusrecord.eventlog.contracts.Cast.PERSON;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER;
import static org.refocusrecord.eventlog.contracts.Cast.entry;
import static org.refocusrecord.eventlog.contracts.Cast.told;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.RatingId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.coaching.Challenge;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingContractAmended;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.coaching.CoachingContractReviewed;
import org.refocusrecord.events.coaching.CoachingConversationHeld;
import org.refocusrecord.events.coaching.Competency;
import org.refocusrecord.events.coaching.Skill;
import org.refocusrecord.events.rating.ExperienceGiven;
import org.refocusrecord.events.rating.ExperienceTold;
import org.refocusrecord.events.rating.HowFar;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.Occasion;
import org.refocusrecord.events.rating.RatingGiven;
import org.refocusrecord.events.rating.RelationshipInstrument;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.rating.TookPlace;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.events.workingpractice.Style;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Coaching, and how the person found it. */
final class ExampleCoaching {

    private static final ContractId CONTRACT = ContractId.of(Cast.id("f", 8));

    private ExampleCoaching() {}

    static List<Event> all() {
        return Stream.of(contracts(), ratings()).flatMap(List::stream).toList();
    }

    private static List<Event> contracts() {
        return List.of(
                new CoachingContractAgreed(
                        entry(38),
                        CONTRACT,
                        WORKER,
                        told("Help me to stay with one thing."),
                        List.of(PERSON, WORKER),
                        List.of(told("One meal a week."), told("Fewer lists.")),
                        told("Every other Wednesday."),
                        45,
                        told("At the cafe by the park."),
                        Challenge.ASK_EACH_TIME,
                        told("Tell me straight, and at once."),
                        told("Nothing to my sister without me."),
                        LocalDate.parse("2012-06-13")),
                new CoachingContractAmended(
                        entry(39),
                        CONTRACT,
                        told("Help me to stay with two things."),
                        List.of(PERSON, WORKER),
                        List.of(told("Two meals a week.")),
                        told("Every Wednesday."),
                        30,
                        told("By telephone."),
                        Challenge.YES,
                        told("In writing too."),
                        told("My sister may know."),
                        LocalDate.parse("2012-09-12")),
                new CoachingContractReviewed(
                        entry(40), CONTRACT, PERSON, told("It works when we keep it short.")),
                new CoachingContractEnded(entry(41), CONTRACT, PERSON),
                new CoachingConversationHeld(
                        entry(42),
                        CONTRACT,
                        List.of(WORKER),
                        List.of(Style.COACHING),
                        List.of(Competency.REFLECT, Competency.AGREE_OUTCOME),
                        List.of(Skill.EXQUISITE_LISTENING, Skill.CONTRACTING),
                        told("I ring the college on Friday."),
                        30,
                        PERSON));
    }

    private static List<Event> ratings() {
        return List.of(
                new RelationshipRated(
                        entry(43),
                        RatingId.of(Cast.id("f", 9)),
                        RelationshipInstrument.INSPIRE,
                        "1",
                        WORKER,
                        Occasion.FOLLOW_UP_12M,
                        RatingGiven.ALONE,
                        true,
                        given(
                                Map.of(
                                        "S1", new Answers.Level(3),
                                        "S2", new Answers.Coded("NOT_IMPORTANT"),
                                        "S3", new Answers.Coded("DECLINED"),
                                        "R1", new Answers.Level(4)))),
                new MeasureAnswered(
                        entry(44),
                        MeasureId.of(Cast.id("f", 10)),
                        "IOM_GA",
                        "1",
                        PERSON,
                        Occasion.BASELINE,
                        GOAL,
                        given(Map.of("GA", new Answers.Level(-1)))),
                new ExperienceTold(
                        entry(45),
                        entry(3),
                        Practice.WP1,
                        ExperienceGiven.WITH_OTHER,
                        TookPlace.YES,
                        HowFar.PARTLY,
                        HowFar.YES,
                        HowFar.NO,
                        HowFar.UNSURE,
                        new Words.Said(
                                "Nobody had asked me this before.",
                                PERSON,
                                Wording.WRITTEN_BY_THEM,
                                "en",
                                Sharing.PERSON_ONLY)));
    }

    static Answers given(Map<String, Answers.Answer> byItem) {
        return new Answers.Given(new TreeMap<>(byItem));
    }
}
