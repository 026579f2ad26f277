package org.refocusrecord.app.demo.trial;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;

import java.util.List;

/**
 * The few sentences of which all texts of the trial are made. They name nobody, and each ends with
 * a mark that nobody can mistake.
 */
public enum Phrase {
    VALUE(
            "Being listened to before anything is decided",
            "My language and where I come from",
            "Having time for my faith",
            "Being useful to others",
            "Keeping my home as I like it",
            "Making up my own mind"),
    PREFERENCE(
            "I would like appointments in the afternoon",
            "Please ring before you come",
            "I would rather talk than write",
            "I want to hear about side effects first",
            "Music helps me more than company when it gets loud"),
    STRENGTH(
            "Keeps going when things are hard",
            "Knows many people in the neighbourhood",
            "Cooks for others",
            "Has a good sense of humour",
            "Looks after a garden",
            "Has a team that answers the phone"),
    ASPIRATION(
            "I want to work with animals one day",
            "I would like to play in a band",
            "A place of my own",
            "To see the sea again",
            "To finish the course that I began"),
    GOAL(
            "I want to go swimming once a week",
            "I want to cook a meal for friends",
            "I want to find work for a few hours a week",
            "I want to get on better with my family",
            "I want to use the bus by myself",
            "I want to learn to read music"),
    GOAL_OF_STAFF(
            "Takes the medication as prescribed",
            "Attends the appointments at the clinic",
            "Keeps the tenancy",
            "Has the physical health check each year"),
    STEP(
            "Find out when the pool is open",
            "Ask at the recovery college for the list of courses",
            "Go there together the first time",
            "Write down what went well",
            "Fill in the form",
            "Ring and ask for an appointment"),
    ACTION(
            "Monthly appointment with the doctor",
            "Help with the benefits form",
            "Visit at home every two weeks",
            "Blood test and blood pressure",
            "Talk about what to do when it gets worse",
            "Look at flats together"),
    CONCERN("That it comes too soon", "That it costs too much", "That nobody is there on the way"),
    WOULD_HELP(
            "Somebody to go along the first time", "A smaller step", "A way to stop when wanted"),
    REASON(
            "It had changed since",
            "There was no time for it",
            "It was not wanted any more",
            "Something else came first"),
    NOTE("A little every week", "Slowly, and it holds", "It stood still over the winter"),
    ACCOUNT(
            "We walked round the park and talked",
            "We looked at the plan and changed little",
            "It was a short call, all was well",
            "There was a lot to say and not enough time"),
    OWN_ACCOUNT(
            "I said what I wanted to say",
            "I had hoped for more time",
            "I liked that we went outside",
            "I was tired that day"),
    PURPOSE("To find out what I want to do next", "To have somebody to think aloud with"),
    OUTCOME("I have a plan for the week", "I know whom to ask", "I can say no when I want to"),
    TERMS("Every two weeks", "Say it straight away", "In the cafe by the team base"),
    LIMITS("All stays between us unless somebody is in danger"),
    EXPERIENCE(
            "It was good to be asked",
            "It was about me for once",
            "I felt it was for the form",
            "Some questions were too close"),
    DISAGREEMENT("I see this otherwise", "That is not what I said", "I never agreed to this"),
    REPLY("Thank you, both views stand side by side now", "We will talk about it next time"),
    LATE("The clinic's computer could not be used that day", "Written up after leave"),
    MISTAKE("A slip in writing it down", "It was entered in a hurry"),
    RELATION("a relative", "a friend"),
    GAP("The forms of these months were lost in a move", "Nobody was in post to collect them"),
    PROJECT("A leaflet about the team", "A day outdoors", "A garden behind the team base");

    private static final String MARK = " [synthetic]";

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that never change.
    private final List<String> sentences;

    Phrase(String... sentences) {
        this.sentences = List.of(sentences);
    }

    /** A text that belongs to no person, marked. */
    public static String marked(String text) {
        return text + MARK;
    }

    /** One of the sentences, as plain text. */
    public String text(Chance chance) {
        return marked(chance.oneOf(sentences));
    }

    /** One of the sentences, as the recorder puts it. */
    public Words.Sent words(Chance chance) {
        return sent(chance, null, null, null);
    }

    /** In the person's own words, written down by somebody else. */
    public Words.Sent verbatim(Chance chance) {
        return sent(chance, Person.theOnly(Party.SERVICE_USER), Wording.VERBATIM, null);
    }

    /** What the person said, put by an interpreter. */
    public Words.Sent translated(Chance chance) {
        return sent(chance, Person.theOnly(Party.SERVICE_USER), Wording.TRANSLATED, null);
    }

    /** Not for everybody. */
    public Words.Sent shared(Chance chance, Sharing sharing) {
        return sent(chance, null, null, sharing);
    }

    private Words.Sent sent(
            Chance chance,
            @Nullable Person by,
            @Nullable Wording wording,
            @Nullable Sharing sharing) {
        return new Words.Sent(text(chance), by, wording, null, sharing);
    }
}
