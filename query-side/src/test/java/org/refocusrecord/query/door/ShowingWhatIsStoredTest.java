package org.refocusrecord.query.door;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.goal.Concern;
import org.refocusrecord.events.goal.GoalConcernRaised;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.query.door.StoredForm.ShownPayload;
import org.refocusrecord.query.history.CaseStory;
import org.refocusrecord.query.history.Entries;

import tools.jackson.databind.json.JsonMapper;

import java.util.Collections;
import java.util.UUID;

/** What an earlier program stored under names of its own is shown under them, and no more of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShowingWhatIsStoredTest {

    private static final String RATED =
            """
            {"marks":{"items":{"support":4,"worth":"E"},"salt":"00ff"},"of":{"id":"w","party":"STAFF"},\
            "times":[1,2.5,null],"wasAsked":true}\
            """;

    private static final EventId SAID = new EventId(new UUID(7, 1));
    private static final EventId AMENDED = new EventId(new UUID(7, 2));

    private final RelationshipRated rated =
            Entries.rated(1, 1, new Answers.Given(Collections.emptySortedMap()));

    private record Seeing(boolean showsRatings) implements Sight {
        @Override
        public boolean showsRating(AnyId rating) {
            return showsRatings;
        }

        @Override
        public Shown of(Words.Kept words) {
            return new Shown(words.n() + " of " + words.eventId(), null);
        }

        @Override
        public void wasUsed() {}
    }

    private static String shown(String stored, Event event, boolean showsRatings) {
        return new String(
                ViewJson.bytes(
                        new ShownPayload(JsonMapper.shared().readTree(stored), event),
                        new Seeing(showsRatings),
                        true),
                UTF_8);
    }

    @Test
    void who_may_see_the_answers_of_a_rating_sees_them_and_no_salt() {
        assertThat(shown(RATED, rated, true))
                .isEqualTo(
                        """
                        {"marks":{"support":4,"worth":"E"},"of":{"id":"w","party":"STAFF"},\
                        "times":[1,2.5,null],"wasAsked":true}\
                        """);
    }

    @Test
    void who_may_not_sees_the_rest() {
        assertThat(shown(RATED, rated, false))
                .isEqualTo(
                        """
                        {"of":{"id":"w","party":"STAFF"},"times":[1,2.5,null],"wasAsked":true}\
                        """);
    }

    @Test
    void within_an_amendment_the_answers_are_as_private() {
        String stored =
                "{\"eventType\":\"relationship.ranked\",\"replacement\":%s}".formatted(RATED);

        assertThat(shown(stored, amendment(rated), false))
                .contains("\"replacement\":{\"of\":")
                .doesNotContain("marks");
        assertThat(shown(stored, amendment(rated), true)).contains("\"marks\":{\"support\":4");
    }

    @Test
    void a_text_is_the_one_that_stands_there_or_that_was_said_elsewhere() {
        String stored =
                """
                {"why":{"c":"AAAA","d":"02","n":1},\
                "replacement":{"fear":{"from":{"eventId":"%s","n":0}},"help":{"c":"AAAA","d":"01","n":0}}}\
                """
                        .formatted(SAID);

        String shown = shown(stored, amendment(concern()), true);

        assertThat(shown)
                .contains("\"why\":{\"text\":\"1 of " + AMENDED)
                .contains("\"fear\":{\"text\":\"0 of " + SAID)
                .contains("\"help\":{\"text\":\"0 of " + AMENDED)
                .doesNotContain("AAAA");
    }

    @Test
    void answers_of_what_is_no_rating_today_are_shown_to_nobody() {
        assertThat(shown(RATED, concern(), true)).doesNotContain("marks");
    }

    @Test
    void where_answers_stand_is_as_private_as_they_are() {
        String stored =
                "{\"replacement\":{\"marks\":{\"from\":{\"eventId\":\"%s\"}}}}".formatted(SAID);

        assertThat(shown(stored, amendment(rated), false)).isEqualTo("{\"replacement\":{}}");
        assertThat(shown(stored, amendment(rated), true)).isEqualTo(stored);
    }

    @Test
    void a_text_that_the_event_of_today_lacks_is_not_shown_as_it_is_sealed() {
        assertThat(shown("{\"hope\":{\"c\":\"AAAA\",\"d\":\"09\",\"n\":4}}", rated, true))
                .isEqualTo("{\"hope\":null}");
    }

    private GoalConcernRaised concern() {
        return new GoalConcernRaised(
                rated.entryId(),
                new GoalId(new UUID(1, 4)),
                CaseStory.PERSON,
                Concern.RISK,
                kept(SAID, 0, "03"),
                kept(AMENDED, 0, "01"));
    }

    private EntryAmended amendment(CaseEvent replacement) {
        return new EntryAmended(
                new CommandId(new UUID(1, 1)),
                new CaseId(new UUID(1, 2)),
                new AnyId(rated.entryId().value()),
                null,
                kept(AMENDED, 1, "02"),
                EventShape.of(replacement).name().name(),
                1,
                replacement,
                null,
                CaseStory.PERSON);
    }

    private static Words.Kept kept(EventId event, int n, String d) {
        return new Words.Kept(
                event, n, "AAAA", d, CaseStory.PERSON, Wording.VERBATIM, null, Sharing.TEAM);
    }
}
