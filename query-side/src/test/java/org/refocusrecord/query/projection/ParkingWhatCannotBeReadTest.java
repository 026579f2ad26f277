package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.ViewTable.Column;
import org.refocusrecord.query.team.TeamStory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One page holds events that cannot be read and events that cannot be applied: each case is parked
 * where its own trouble begins, and nothing before that is lost.
 */
class ParkingWhatCannotBeReadTest {

    private static final ViewTable TABLE =
            new ViewTable(
                    "case_team", new Column("case_id", "uuid"), new Column("team_id", "uuid"));

    private final StoryLog story = new StoryLog();
    private final HalfReadLog log = new HalfReadLog(story);
    private final Set<Long> poisoned = new HashSet<>();
    @AutoClose private final Views views = new Views(log);
    private final CaseInLog one = new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05");
    private final CaseInLog other = new CaseInLog(story, 2, TeamStory.TEAM, "2012-01-05");
    private final Follower follower = follower(views);
    private final Projections projections =
            new Projections(log, views.dataSource, List.of(projector()), follower);

    /** A row an event, unless there is one that cannot be applied. */
    private Projector projector() {
        return new StreamProjector(
                "rows", 1, "case/", List.of(TABLE), stream -> Map.of(TABLE, rows(stream)));
    }

    private List<Row> rows(List<RecordedEvent> stream) {
        if (stream.stream().anyMatch(event -> poisoned.contains(event.position()))) {
            throw new IllegalStateException();
        }
        return stream.stream().map(event -> Row.of(event.commandId(), TeamStory.TEAM)).toList();
    }

    private Follower follower(Views on) {
        Follower made =
                new Follower(
                        log,
                        on.dataSource,
                        on.unpooled,
                        List.of(projector()),
                        on.positions,
                        new Segments(2),
                        100);
        made.prepare();
        return made;
    }

    private static void all(Follower follower) {
        while (follower.step()) {
            assertThat(follower.fault()).isNull();
        }
    }

    private RecordedEvent session(CaseInLog of) {
        of.session(1, "2012-02-01T10:00:00Z");
        return story.page(story.head().position() - 1, 1).getFirst();
    }

    private RecordedEvent poisoned(CaseInLog of) {
        RecordedEvent event = session(of);
        poisoned.add(event.position());
        return event;
    }

    private RecordedEvent unreadable(CaseInLog of) {
        RecordedEvent event = session(of);
        log.cannotRead(event);
        return event;
    }

    private long held() {
        return projections.status().getFirst().count();
    }

    /**
     * With code that can do it all, both cases are released, and the view is as if it never was.
     */
    private void releasedItHoldsAll() {
        poisoned.clear();
        log.canReadAll();
        projections.release(one.stream());
        projections.release(other.stream());

        assertThat(projections.parked()).isEmpty();
        assertThat(held()).isEqualTo(story.head().position());
        try (Views fresh = new Views(log)) {
            Follower anew = follower(fresh);
            all(anew);
            assertThat(projections.status())
                    .isEqualTo(
                            new Projections(log, fresh.dataSource, List.of(projector()), anew)
                                    .status());
        }
    }

    @Test
    void what_stands_before_it_in_its_case_is_applied_though_another_case_fails() {
        session(one);
        RecordedEvent dark = unreadable(one);
        RecordedEvent bad = poisoned(other);
        all(follower);

        assertThat(projections.parked())
                .extracting(Parked::stream, Parked::firstPosition, Parked::events)
                .containsExactlyInAnyOrder(
                        tuple(one.stream(), dark.position(), 1L),
                        tuple(other.stream(), bad.position(), 1L));
        // Both openings, and the session before.
        assertThat(held()).isEqualTo(2 + 1);
        releasedItHoldsAll();
    }

    @Test
    void a_case_that_fails_before_it_is_parked_there_and_says_why() {
        RecordedEvent bad = poisoned(one);
        session(one);
        RecordedEvent dark = unreadable(one);
        session(other);
        all(follower);

        assertThat(projections.parked())
                .singleElement()
                .satisfies(parked -> {
                    assertThat(parked.firstPosition()).isEqualTo(bad.position());
                    assertThat(parked.lastPosition()).isEqualTo(dark.position());
                    assertThat(parked.events()).isEqualTo(3);
                    assertThat(parked.cause()).contains("IllegalStateException");
                });
        assertThat(held()).isEqualTo(2 + 1);
        releasedItHoldsAll();
    }

    @Test
    void one_that_fails_alone_right_before_it_holds_no_view_up() {
        all(follower);
        RecordedEvent bad = poisoned(one);
        unreadable(one);
        all(follower);

        assertThat(projections.status().getFirst().position()).isEqualTo(story.head().position());
        assertThat(projections.parked())
                .extracting(Parked::firstPosition, Parked::events)
                .containsExactly(tuple(bad.position(), 2L));
        releasedItHoldsAll();
    }

    @Test
    void several_in_one_page_each_wait_once() {
        RecordedEvent first = unreadable(one);
        RecordedEvent second = unreadable(other);
        unreadable(one);
        session(other);
        session(one);
        all(follower);

        assertThat(projections.parked())
                .extracting(Parked::stream, Parked::firstPosition, Parked::events)
                .containsExactlyInAnyOrder(
                        tuple(one.stream(), first.position(), 3L),
                        tuple(other.stream(), second.position(), 2L));
        assertThat(held()).isEqualTo(2);
        releasedItHoldsAll();
    }

    @Test
    void released_while_it_can_still_not_be_read_it_keeps_what_could_be_applied_since() {
        poisoned(one);
        session(one);
        RecordedEvent dark = unreadable(one);
        all(follower);
        poisoned.clear();

        assertThat(projections.release(one.stream()))
                .extracting(Parked::firstPosition, Parked::events)
                .containsExactly(tuple(dark.position(), 1L));
        assertThat(held()).isEqualTo(2 + 2);
        releasedItHoldsAll();
    }
}
