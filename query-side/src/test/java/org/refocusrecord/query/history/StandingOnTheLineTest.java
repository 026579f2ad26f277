package org.refocusrecord.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.query.history.CaseStory.NORTH;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.SOUTH;
import static org.refocusrecord.query.history.CaseStory.SYSTEM;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.CaseStory.header;
import static org.refocusrecord.query.history.Entries.entry;
import static org.refocusrecord.query.history.Entries.goalVoiced;
import static org.refocusrecord.query.history.Entries.valueTold;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class StandingOnTheLineTest {

    private final CaseStory story = new CaseStory("2012-01-02");

    @Test
    void an_entry_stands_at_its_sessions_time_not_at_its_recording() {
        story.recordedAt("2012-05-01T00:00:00Z");
        story.session("2012-03-14T10:00:00Z", valueTold(1, 1, "music"));

        assertThat(entries(story.asOf("2012-03-14T10:00:00Z"))).containsExactly(1);
        assertThat(entries(story.asOf("2012-03-14T09:59:59.999999Z"))).isEmpty();
    }

    @Test
    void both_clocks_are_inclusive() {
        story.recordedAt("2012-03-20T00:00:00Z");
        story.session("2012-03-14T10:00:00Z", valueTold(1, 1, "music"));

        assertThat(entries(story.knownAt("2012-03-20T00:00:00Z"))).containsExactly(1);
        assertThat(entries(story.knownAt("2012-03-19T23:59:59.999999Z"))).isEmpty();
    }

    @Test
    void order_in_the_session_is_the_order_of_entries_and_ties_go_by_position() {
        story.session("2012-03-14T10:00:00Z", valueTold(1, 1, "a"), valueTold(2, 2, "b"));
        story.session("2012-03-14T10:00:00Z", valueTold(3, 3, "c"));
        story.session("2012-03-13T10:00:00Z", valueTold(4, 4, "d"));

        assertThat(entries(story.now())).containsExactly(4, 1, 2, 3);
    }

    @Test
    void a_command_with_a_date_stands_at_the_start_of_that_day_in_the_services_zone() {
        story.command(transfer(LocalDate.parse("2012-07-01")), LocalDate.parse("2012-07-01"));

        assertThat(story.now().facts().getLast().place())
                .isEqualTo(Instant.parse("2012-06-30T23:00:00Z"));
    }

    @Test
    void an_amended_date_moves_a_dated_command() {
        CommandId transfer =
                story.command(
                        transfer(LocalDate.parse("2012-07-01")), LocalDate.parse("2012-07-01"));
        story.amended(
                transfer,
                new CaseTransferred(
                        transfer,
                        CaseStory.CASE,
                        NORTH,
                        LocalDate.parse("2012-12-01"),
                        null,
                        null,
                        SYSTEM));

        Fact moved = story.now().facts().getLast();
        assertThat(moved.place()).isEqualTo(Instant.parse("2012-12-01T00:00:00Z"));
        assertThat(moved.recorded().occurredAt()).isEqualTo(Instant.parse("2012-06-30T23:00:00Z"));
    }

    @Test
    void an_amended_session_moves_all_its_entries() {
        CommandId session =
                story.session("2012-03-14T10:00:00Z", valueTold(1, 1, "a"), valueTold(2, 2, "b"));
        story.session("2012-03-13T10:00:00Z", valueTold(3, 3, "c"));
        CommandId correction =
                story.amended(session, header(session, "2012-03-12T10:00:00Z", WORKER, WORKER));

        assertThat(entries(story.now())).containsExactly(1, 2, 3);
        Fact first = fact(story.now(), 1);
        assertThat(first.evidence().occurredAt()).isEqualTo("2012-03-12T10:00:00Z");
        assertThat(first.recorded().occurredAt()).isEqualTo("2012-03-14T10:00:00Z");
        assertThat(requireNonNull(first.lastChange()).entryId().value())
                .isEqualTo(correction.value());
        assertThat(first.corrected()).isFalse();
    }

    @Test
    void amended_own_entries_move_too() {
        CommandId own = story.ownEntries("2012-03-14T10:00:00Z", goalVoiced(1, 1, "to sing"));
        story.amended(
                PERSON,
                own,
                new OwnEntriesWritten(
                        own, CaseStory.CASE, Instant.parse("2012-02-01T10:00:00Z"), PERSON));

        assertThat(entries(story.asOf("2012-02-01T10:00:00Z"))).containsExactly(1);
        assertThat(fact(story.now(), 1).sessionId()).isNull();
    }

    @Test
    void an_amended_entry_keeps_its_place() {
        story.session("2012-03-14T10:00:00Z", valueTold(1, 1, "music"));
        story.recordedAt("2012-09-01T00:00:00Z");
        story.amended(entry(1), valueTold(1, 1, "dance"));

        assertThat(fact(story.asOf("2012-03-14T10:00:00Z"), 1).place())
                .isEqualTo(Instant.parse("2012-03-14T10:00:00Z"));
    }

    @Test
    void before_the_first_event_the_line_is_empty() {
        assertThat(story.asOf("2011-01-01T00:00:00Z").facts()).isEmpty();
        assertThat(story.knownAt("2011-01-01T00:00:00Z").position()).isZero();
    }

    @Test
    void the_position_is_the_last_one_known() {
        story.session("2012-03-14T10:00:00Z", valueTold(1, 1, "music"));

        assertThat(story.knownAt("2012-02-01T00:00:00Z").position()).isEqualTo(100);
        assertThat(story.now().position()).isEqualTo(104);
        assertThat(story.now().version()).isEqualTo(3);
    }

    @Test
    void a_history_that_does_not_begin_with_the_opening_is_refused() {
        assertThatThrownBy(() -> CaseHistory.of(List.of(), CaseStory.LONDON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private CaseTransferred transfer(LocalDate on) {
        return new CaseTransferred(
                story.nextCommand(), CaseStory.CASE, SOUTH, on, null, null, SYSTEM);
    }

    static List<Integer> entries(Line line) {
        return line.live().stream()
                .filter(fact -> fact.event() instanceof Entry)
                .map(fact -> (int) fact.id().value().getLeastSignificantBits())
                .toList();
    }

    static Fact fact(Line line, int entry) {
        return line.facts().stream()
                .filter(fact -> fact.id().value().equals(entry(entry).value()))
                .findFirst()
                .orElseThrow();
    }
}
