package org.refocusrecord.query.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.query.history.CaseStory.CASE;
import static org.refocusrecord.query.history.CaseStory.NORTH;
import static org.refocusrecord.query.history.CaseStory.SOUTH;
import static org.refocusrecord.query.history.CaseStory.SYSTEM;
import static org.refocusrecord.query.history.CaseStory.WORKER;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.casefile.ClosureReason;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.query.history.CaseStory;

import java.time.LocalDate;

class SummingUpACaseTest {

    private final CaseStory story = new CaseStory("2012-01-02");

    @Test
    void an_open_case_in_a_few_facts() {
        story.session("2012-02-01T10:00:00Z");
        story.ownEntries("2012-03-01T10:00:00Z");

        CaseSummary summary = summary("2012-06-01");
        assertThat(summary.openedOn()).isEqualTo("2012-01-02");
        assertThat(summary.state()).isEqualTo(CaseSummary.State.OPEN);
        assertThat(summary.teamId()).isEqualTo(NORTH);
        assertThat(summary.careCoordinator()).isEqualTo(WORKER);
        assertThat(summary.keyWorker()).isNull();
        assertThat(summary.lastSessionAt()).isEqualTo("2012-02-01T10:00:00Z");
        assertThat(summary.version()).isEqualTo(3);
    }

    @Test
    void closure_names_the_last_day_and_reopening_the_first() {
        closed("2012-03-01");
        reopened("2012-05-01");

        assertThat(summary("2012-01-01").state()).isEqualTo(CaseSummary.State.CLOSED);
        assertThat(summary("2012-03-01").state()).isEqualTo(CaseSummary.State.OPEN);
        assertThat(summary("2012-03-02").state()).isEqualTo(CaseSummary.State.CLOSED);
        assertThat(summary("2012-04-30").state()).isEqualTo(CaseSummary.State.CLOSED);
        assertThat(summary("2012-05-01").state()).isEqualTo(CaseSummary.State.OPEN);
    }

    @Test
    void a_transfer_counts_from_its_day() {
        transferred("2012-03-01", SOUTH);
        transferred("2012-04-01", SOUTH);

        assertThat(summary("2012-02-29").teamId()).isEqualTo(NORTH);
        assertThat(summary("2012-03-01").teamId()).isEqualTo(SOUTH);
        assertThat(summary("2012-03-01").teams())
                .containsExactly(
                        new TeamStay(
                                NORTH,
                                LocalDate.parse("2012-01-02"),
                                LocalDate.parse("2012-02-29")),
                        new TeamStay(SOUTH, LocalDate.parse("2012-03-01"), null));
    }

    @Test
    void of_two_transfers_on_one_day_the_later_counts() {
        transferred("2012-03-01", SOUTH);
        transferred("2012-03-01", NORTH);

        assertThat(summary("2012-03-01").teams())
                .containsExactly(new TeamStay(NORTH, LocalDate.parse("2012-01-02"), null));
    }

    @Test
    void a_record_is_looked_at_twenty_years_after_care_ended() {
        assertThat(retention("2012-06-01").reviewDueOn()).isNull();
        closed("2012-03-01");
        assertThat(retention("2012-06-01"))
                .isEqualTo(
                        new Retention(
                                CASE,
                                LocalDate.parse("2012-03-01"),
                                null,
                                LocalDate.parse("2032-03-01")));
    }

    @Test
    void care_that_begins_again_begins_the_count_again() {
        closed("2012-03-01");
        reopened("2012-05-01");
        assertThat(retention("2012-06-01").reviewDueOn()).isNull();

        closed("2013-05-01");
        assertThat(retention("2013-06-01").reviewDueOn()).isEqualTo("2033-05-01");
    }

    @Test
    void a_record_is_looked_at_ten_years_after_a_death() {
        LocalDate day = LocalDate.parse("2012-02-28");
        story.command(new DeathNoted(story.nextCommand(), CASE, day, SYSTEM), day);
        closed("2012-03-01");

        assertThat(retention("2012-06-01").diedOn()).isEqualTo(day);
        assertThat(retention("2012-06-01").reviewDueOn()).isEqualTo("2022-02-28");
    }

    @Test
    void a_closure_in_error_closes_nothing() {
        CommandId closure = closed("2012-03-01");
        story.inError(closure);

        assertThat(summary("2012-06-01").state()).isEqualTo(CaseSummary.State.OPEN);
    }

    private CaseSummary summary(String day) {
        return CaseSummary.of(story.now(), LocalDate.parse(day));
    }

    private Retention retention(String day) {
        return Retention.of(story.now(), LocalDate.parse(day));
    }

    private CommandId closed(String on) {
        LocalDate day = LocalDate.parse(on);
        return story.command(
                new CaseClosed(
                        story.nextCommand(),
                        CASE,
                        ClosureReason.TREATMENT_COMPLETED,
                        day,
                        null,
                        null,
                        SYSTEM),
                day);
    }

    private void reopened(String on) {
        LocalDate day = LocalDate.parse(on);
        story.command(new CaseReopened(story.nextCommand(), CASE, day, SYSTEM), day);
    }

    private void transferred(String on, TeamId team) {
        LocalDate day = LocalDate.parse(on);
        story.command(
                new CaseTransferred(story.nextCommand(), CASE, team, day, null, null, SYSTEM), day);
    }
}
