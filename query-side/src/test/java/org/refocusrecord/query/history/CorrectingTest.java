package org.refocusrecord.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.CaseStory.header;
import static org.refocusrecord.query.history.CaseStory.text;
import static org.refocusrecord.query.history.Entries.entry;
import static org.refocusrecord.query.history.Entries.rated;
import static org.refocusrecord.query.history.Entries.valueTold;
import static org.refocusrecord.query.history.StandingOnTheLineTest.entries;
import static org.refocusrecord.query.history.StandingOnTheLineTest.fact;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.workingpractice.ValueTold;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class CorrectingTest {

    private final CaseStory story = new CaseStory("2012-01-02");
    private CommandId session = story.nextCommand();

    @BeforeEach
    void music_and_walking_were_told() {
        session =
                story.session(
                        "2012-03-14T10:00:00Z", valueTold(1, 1, "music"), valueTold(2, 2, "walks"));
    }

    @Test
    void the_last_recorded_amendment_holds() {
        story.amended(entry(1), valueTold(1, 1, "dance"));
        story.amended(entry(1), valueTold(1, 1, "song"));

        assertThat(statement(story.now())).isEqualTo("song");
        assertThat(fact(story.now(), 1).recorded().event())
                .isInstanceOfSatisfying(
                        ValueTold.class,
                        told -> assertThat(text(told.statement())).isEqualTo("music"));
    }

    @Test
    void an_amendment_holds_whatever_day_is_asked_for_once_it_is_known() {
        story.recordedAt("2012-09-01T00:00:00Z");
        story.amended(entry(1), valueTold(1, 1, "dance"));

        assertThat(statement(story.asOf("2012-03-31T00:00:00Z"))).isEqualTo("dance");
        assertThat(statement(story.knownAt("2012-08-31T00:00:00Z"))).isEqualTo("music");
    }

    @Test
    void in_error_takes_an_entry_out() {
        CommandId mark = story.inError(entry(1));

        assertThat(entries(story.now())).containsExactly(2);
        Fact gone = fact(story.now(), 1);
        assertThat(gone.standing()).isEqualTo(Standing.IN_ERROR);
        assertThat(requireNonNull(gone.lastChange()).entryId().value()).isEqualTo(mark.value());
    }

    @Test
    void in_error_takes_a_session_out_with_all_its_entries() {
        story.inError(session);

        assertThat(entries(story.now())).isEmpty();
        assertThat(fact(story.now(), 2).standing()).isEqualTo(Standing.IN_ERROR);
        assertThat(fact(story.now(), 2).corrected()).isFalse();
    }

    @Test
    void an_amendment_taken_back_lets_the_one_before_stand_again() {
        story.amended(entry(1), valueTold(1, 1, "dance"));
        CommandId second = story.amended(entry(1), valueTold(1, 1, "song"));
        story.inError(second);

        assertThat(statement(story.now())).isEqualTo("dance");
    }

    @Test
    void a_mark_taken_back_lets_the_entry_stand_again() {
        CommandId mark = story.inError(entry(1));
        CommandId markOfMark = story.inError(mark);
        assertThat(entries(story.now())).containsExactly(1, 2);
        assertThat(fact(story.now(), 1).lastChange()).isNull();

        story.inError(markOfMark);
        assertThat(entries(story.now())).containsExactly(2);
    }

    @Test
    void a_target_is_in_error_while_one_mark_stands() {
        CommandId first = story.inError(entry(1));
        story.inError(entry(1));
        story.inError(first);

        assertThat(entries(story.now())).containsExactly(2);
    }

    @Test
    void a_session_moved_and_moved_back_stands_where_it_stood() {
        CommandId moved =
                story.amended(session, header(session, "2012-04-01T10:00:00Z", WORKER, WORKER));
        story.inError(moved);

        assertThat(fact(story.now(), 1).place()).isEqualTo("2012-03-14T10:00:00Z");
        assertThat(fact(story.now(), 1).lastChange()).isNull();
    }

    @Test
    void a_text_that_stayed_as_before_is_fetched_from_the_event_that_holds_it() {
        EventId original = story.events().get(2).eventId();
        story.amended(entry(1), valueTold(1, 1, new Words.From(original, 0)));

        assertThat(statement(story.now())).isEqualTo("music");
        ValueTold told = (ValueTold) fact(story.now(), 1).event();
        assertThat(told.statement())
                .isInstanceOfSatisfying(
                        Words.Kept.class, kept -> assertThat(kept.eventId()).isEqualTo(original));
    }

    @Test
    void a_text_that_stayed_as_before_twice_is_fetched_through_both_corrections() {
        story.amended(entry(1), valueTold(1, 1, "dance"));
        // In canonical order the reason comes before the replacement.
        story.amended(entry(1), valueTold(1, 1, new Words.From(story.last().eventId(), 1)));
        story.amended(entry(1), valueTold(1, 1, new Words.From(story.last().eventId(), 1)));

        assertThat(statement(story.now())).isEqualTo("dance");
    }

    @Test
    void answers_that_stayed_as_before_are_fetched_from_the_event_that_holds_them() {
        Answers.Given answers =
                new Answers.Given(new TreeMap<>(Map.of("B1", new Answers.Level(3))));
        story.session("2012-03-20T10:00:00Z", rated(3, 1, answers));
        story.amended(PERSON, entry(3), rated(3, 1, new Answers.From(story.last().eventId())));

        assertThat(((RelationshipRated) fact(story.now(), 3).event()).answers()).isEqualTo(answers);
    }

    @Test
    void a_text_that_no_event_holds_is_a_broken_history() {
        story.amended(entry(1), valueTold(1, 1, new Words.From(story.last().eventId(), 7)));

        assertThatThrownBy(story::history).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void disagreements_and_replies_stand_with_the_entry_by_the_record_clock_alone() {
        story.recordedAt("2012-09-01T00:00:00Z");
        CommandId disagreement = story.disagreed(entry(1), PERSON, "I said dance");
        story.recordedAt("2012-10-01T00:00:00Z");
        story.replied(disagreement, WORKER, "I heard music");

        Disagreement view = fact(story.asOf("2012-03-14T10:00:00Z"), 1).disagreements().getFirst();
        assertThat(view.commandId()).isEqualTo(disagreement);
        assertThat(text(view.words())).isEqualTo("I said dance");
        assertThat(view.replies())
                .extracting(reply -> text(reply.words()))
                .containsExactly("I heard music");
        assertThat(
                        fact(story.knownAt("2012-09-15T00:00:00Z"), 1)
                                .disagreements()
                                .getFirst()
                                .replies())
                .isEmpty();
        assertThat(fact(story.knownAt("2012-08-01T00:00:00Z"), 1).disagreements()).isEmpty();
    }

    @Test
    void a_disagreement_or_a_reply_may_be_in_error_itself() {
        CommandId first = story.disagreed(entry(1), PERSON, "I said dance");
        CommandId reply = story.replied(first, WORKER, "I heard music");
        CommandId second = story.disagreed(entry(1), PERSON, "I said song");
        story.inError(reply);
        story.inError(second);

        List<Disagreement> all = fact(story.now(), 1).disagreements();
        assertThat(all)
                .extracting(Disagreement::standing)
                .containsExactly(Standing.LIVE, Standing.IN_ERROR);
        assertThat(Disagreement.live(all)).hasSize(1);
        assertThat(Disagreement.live(all).getFirst().replies()).isEmpty();
    }

    @Test
    void a_disagreement_with_the_correction_that_holds_stands_with_the_entry() {
        CommandId correction = story.amended(entry(1), valueTold(1, 1, "dance"));
        story.disagreed(correction, PERSON, "it was music");
        assertThat(fact(story.now(), 1).disagreements()).hasSize(1);

        story.inError(correction);
        assertThat(fact(story.now(), 1).disagreements()).isEmpty();
    }

    @Test
    void what_was_said_of_the_record_is_kept_with_its_own_standing() {
        CommandId correction = story.amended(entry(1), valueTold(1, 1, "dance"));
        story.inError(correction);

        assertThat(story.now().remarks())
                .extracting(Remark::standing)
                .containsExactly(Standing.IN_ERROR, Standing.LIVE);
    }

    private static String statement(Line line) {
        String text = text(((ValueTold) fact(line, 1).event()).statement());
        return text == null ? "" : text;
    }
}
