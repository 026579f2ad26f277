package org.refocusrecord.command.example;

import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Sayings.words;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.RatingId;
import org.refocusrecord.events.rating.ExperienceTold;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RelationshipInstrument;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.session.AccountGiven;

import java.util.Map;
import java.util.TreeMap;

/** Ratings, questionnaires, experiences and accounts, as they are sent. */
public final class Ratings {

    private Ratings() {}

    /** Answers with one item. */
    public static Answers answers(String item, int level) {
        return new Answers.Given(new TreeMap<>(Map.of(item, new Answers.Level(level))));
    }

    /** The person rated a worker. */
    public static RelationshipRated rated(String name, Person worker) {
        return new RelationshipRated(
                entry("rated " + name),
                new RatingId(id("rating " + name)),
                RelationshipInstrument.BRIEF_INSPIRE,
                "1",
                worker,
                null,
                null,
                false,
                answers("B1", 3));
    }

    /** Somebody answered a questionnaire. */
    public static MeasureAnswered measured(String name, String measure, Person rater) {
        return new MeasureAnswered(
                entry("measured " + name),
                new MeasureId(id("measure " + name)),
                measure,
                null,
                rater,
                null,
                null,
                answers("GA", 1));
    }

    /** The person told how it was. */
    public static ExperienceTold experience(String name, @Nullable EntryId about) {
        return new ExperienceTold(
                entry("experience " + name),
                about,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                words(name));
    }

    /** Somebody's own account of a meeting. */
    public static AccountGiven account(String name, @Nullable CommandId about) {
        return new AccountGiven(entry("account " + name), about, words(name));
    }
}
