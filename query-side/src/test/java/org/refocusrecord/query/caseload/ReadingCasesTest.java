package org.refocusrecord.query.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.query.caseload.CaseInLog.staff;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.record.CaseSummary.State;
import org.refocusrecord.query.team.TeamRosters;
import org.refocusrecord.query.team.TeamStory;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Who may read which case: the rule for one, and the same rule for a list. */
class ReadingCasesTest {

    private static final TeamId NORTH = TeamStory.team(1);
    private static final TeamId SOUTH = TeamStory.team(2);
    private static final LocalDate TODAY = LocalDate.parse("2012-06-30");
    private static final CaseFilter ANY = new CaseFilter(null, null, null);

    private static final StoryLog LOG = new StoryLog();
    private static final Views VIEWS = new Views(LOG);
    private static final Caseload CASELOAD = new Caseload(VIEWS.reads);

    @BeforeAll
    static void cases() {
        TeamStory north = new TeamStory(LOG, NORTH);
        TeamStory south = new TeamStory(LOG, SOUTH);
        north.joined(1, "2012-01-01");
        north.joined(2, "2012-01-01");
        south.joined(3, "2012-01-01");
        north.joined(4, "2012-01-01");
        north.left(4, "2012-06-29");
        new CaseInLog(LOG, 1, NORTH, "2012-01-05", 1);
        CaseInLog recent = new CaseInLog(LOG, 2, NORTH, "2012-01-05");
        recent.session(2, "2012-04-01T10:00:00Z");
        recent.session(4, "2012-06-01T10:00:00Z");
        CaseInLog longAgo = new CaseInLog(LOG, 3, NORTH, "2012-01-05");
        longAgo.session(2, "2012-03-31T10:00:00Z");
        CaseInLog moved = new CaseInLog(LOG, 4, NORTH, "2012-01-05", 1);
        moved.session(2, "2012-06-01T10:00:00Z");
        moved.assigned(CoordinatorRole.KEY_WORKER, 3, "2012-06-10");
        moved.transferred(SOUTH, "2012-06-30");
        CaseInLog closed = new CaseInLog(LOG, 5, NORTH, "2012-01-05", 1);
        closed.assigned(CoordinatorRole.CARE_COORDINATOR, 2, "2012-02-01");
        closed.closed("2012-06-29");
        CaseInLog mistaken = new CaseInLog(LOG, 6, NORTH, "2012-01-05", 1);
        mistaken.inError(mistaken.events().getFirst().commandId());
        CaseInLog taken = new CaseInLog(LOG, 7, NORTH, "2012-01-05");
        CommandId session = taken.session(2, "2012-06-01T10:00:00Z");
        taken.amended(
                session,
                taken.header(session, "2012-06-02T10:00:00Z", staff(1), staff(1), taken.person()));
        VIEWS.start().caughtUp();
    }

    @AfterAll
    static void stop() {
        VIEWS.close();
    }

    private static Caller caller(
            Set<Role> roles,
            @Nullable String trust,
            @Nullable Set<TeamId> teams,
            @Nullable WorkerId worker,
            @Nullable ServiceUserId person) {
        return new Caller("account", roles, trust, teams, worker, person, Set.of());
    }

    private static Caller of(Role role) {
        return caller(Set.of(role), null, null, null, null);
    }

    private static Caller worker(int n) {
        return caller(Set.of(Role.WORKER), "SLAM", null, TeamStory.worker(n), null);
    }

    private static Caller leader(TeamId team) {
        return caller(Set.of(Role.TEAM_LEADER), "SLAM", Set.of(team), null, null);
    }

    private static Caller auditor(String trust, @Nullable Set<TeamId> teams) {
        return caller(Set.of(Role.AUDITOR), trust, teams, null, null);
    }

    private static Set<Integer> numbers(List<Caseload.InScope> cases) {
        return new TreeSet<>(roles(cases).keySet());
    }

    private static Map<Integer, Role> roles(List<Caseload.InScope> cases) {
        Map<Integer, Role> roles = new TreeMap<>();
        cases.forEach(one -> roles.put(number(one.listed()), one.role()));
        return roles;
    }

    private static int number(CaseListed listed) {
        return (int) listed.caseId().value().getLeastSignificantBits();
    }

    private static boolean mayRead(Caller caller, int n, LocalDate today) {
        return mayRead(LOG, caller, n, today);
    }

    private static boolean mayRead(StoryLog log, Caller caller, int n, LocalDate today) {
        return rights(log, caller, n, today).any();
    }

    private static CaseRights rights(StoryLog log, Caller caller, int n, LocalDate today) {
        CaseHistory history =
                CaseHistory.of(log.stream("case/" + CaseInLog.caseId(n)), StoryLog.LONDON);
        return CaseRights.of(
                caller,
                history.trust(),
                history.as(null, null),
                today,
                new TeamRosters(log::stream, null, StoryLog.LONDON));
    }

    /** The cases that somebody may read, by both ways to find out. */
    private static Set<Integer> readable(Caller caller) {
        Map<Integer, Role> listed = roles(CASELOAD.list(caller, ANY, TODAY, null, 100).items());
        Map<Integer, Role> single = new TreeMap<>();
        for (int n = 1; n <= 7; n++) {
            // The one in error is in no list.
            CaseRights rights = rights(LOG, caller, n, TODAY);
            if (n != 6 && rights.any()) {
                single.put(n, Asking.first(rights.roles()));
            }
        }
        assertThat(listed).as("the cases, and in which role each is read").isEqualTo(single);
        return listed.keySet();
    }

    @Test
    void a_worker_reads_as_care_coordinator_whatever_the_team() {
        assertThat(readable(worker(1))).containsExactly(1, 4);
    }

    @Test
    void a_worker_reads_as_key_worker() {
        assertThat(readable(worker(3))).containsExactly(4);
    }

    @Test
    void a_worker_reads_cases_of_the_own_team_met_within_ninety_days() {
        // The second 90 days ago; the third a day longer; the fourth is with another team by now;
        // of the fifth the care coordinator, though closed.
        assertThat(readable(worker(2))).containsExactly(2, 5, 7);
    }

    @Test
    void somebody_whom_an_amendment_adds_gains_nothing() {
        assertThat(readable(worker(1))).doesNotContain(7);
    }

    @Test
    void a_session_that_is_moved_to_a_later_day_gives_nobody_a_right() {
        StoryLog log = new StoryLog();
        new TeamStory(log, NORTH).joined(2, "2012-01-01");
        CaseInLog moved = new CaseInLog(log, 1, NORTH, "2012-01-05");
        CommandId session = moved.session(2, "2012-03-01T10:00:00Z");
        moved.amended(
                session,
                moved.header(session, "2012-06-01T10:00:00Z", staff(2), staff(2), moved.person()));
        CommandId other = moved.session(2, "2012-06-02T10:00:00Z");
        assertThat(mayRead(log, worker(2), 1, TODAY)).isTrue();

        moved.amended(
                other,
                moved.header(other, "2012-03-02T10:00:00Z", staff(2), staff(2), moved.person()));
        assertThat(mayRead(log, worker(2), 1, TODAY)).isFalse();
    }

    @Test
    void who_left_the_team_yesterday_reads_nothing_by_sessions() {
        assertThat(readable(worker(4))).isEmpty();
    }

    @Test
    void on_the_last_day_it_is_still_there() {
        assertThat(mayRead(worker(4), 2, LocalDate.parse("2012-06-29"))).isTrue();
    }

    @Test
    void a_leader_reads_the_cases_of_the_team_today() {
        assertThat(readable(leader(NORTH))).containsExactly(1, 2, 3, 5, 7);
        assertThat(readable(leader(SOUTH))).containsExactly(4);
        assertThat(readable(of(Role.TEAM_LEADER))).isEmpty();
    }

    @Test
    void an_auditor_reads_the_trust_or_the_teams_of_the_token() {
        assertThat(readable(auditor("SLAM", null))).containsExactly(1, 2, 3, 4, 5, 7);
        assertThat(readable(auditor("SLAM", Set.of(SOUTH)))).containsExactly(4);
        assertThat(readable(auditor("GLOS", null))).isEmpty();
        assertThat(readable(of(Role.AUDITOR))).isEmpty();
    }

    @Test
    void a_person_reads_the_own_record() {
        ServiceUserId person = new ServiceUserId(new UUID(4, 3));

        assertThat(readable(caller(Set.of(Role.SERVICE_USER), null, null, null, person)))
                .containsExactly(3);
    }

    @Test
    void others_read_no_record() {
        for (Role role : List.of(Role.CLINICAL_SYSTEM, Role.RESEARCHER, Role.ADMIN)) {
            assertThat(
                            readable(
                                    caller(
                                            Set.of(role),
                                            "SLAM",
                                            Set.of(NORTH),
                                            TeamStory.worker(1),
                                            new ServiceUserId(new UUID(4, 1)))))
                    .isEmpty();
        }
    }

    @Test
    void several_roles_are_joined() {
        assertThat(
                        readable(
                                caller(
                                        Set.of(Role.WORKER, Role.TEAM_LEADER),
                                        "SLAM",
                                        Set.of(SOUTH),
                                        TeamStory.worker(2),
                                        null)))
                .containsExactly(2, 4, 5, 7);
    }

    private static Listed<Caseload.InScope> ofTrust(CaseFilter filter) {
        return CASELOAD.list(auditor("SLAM", null), filter, TODAY, null, 100);
    }

    @Test
    void a_list_can_be_of_a_team_a_worker_or_a_state() {
        WorkerId second = TeamStory.worker(2);

        assertThat(numbers(ofTrust(new CaseFilter(SOUTH, null, null)).items())).containsExactly(4);
        assertThat(numbers(ofTrust(new CaseFilter(null, second, null)).items()))
                .containsExactly(2, 5, 7);
        assertThat(numbers(ofTrust(new CaseFilter(null, null, State.CLOSED)).items()))
                .containsExactly(5);
        assertThat(numbers(ofTrust(new CaseFilter(NORTH, second, State.OPEN)).items()))
                .containsExactly(2, 7);
    }

    @Test
    void a_case_in_a_list_is_as_it_stands() {
        assertThat(ofTrust(new CaseFilter(SOUTH, null, null)).items())
                .extracting(Caseload.InScope::listed)
                .containsExactly(
                        new CaseListed(
                                CaseInLog.caseId(4),
                                new ServiceUserId(new UUID(4, 4)),
                                SOUTH,
                                staff(1),
                                LocalDate.parse("2012-01-05"),
                                State.OPEN,
                                Instant.parse("2012-06-01T10:00:00Z"),
                                4));
    }

    @Test
    void a_long_list_comes_in_pages() {
        Caller auditor = auditor("SLAM", null);
        List<Caseload.InScope> all = new ArrayList<>();
        List<String> place = null;
        int pages = 0;
        do {
            Listed<Caseload.InScope> page = CASELOAD.list(auditor, ANY, TODAY, place, 2);
            all.addAll(page.items());
            place = page.next();
            pages++;
            assertThat(page.position()).isEqualTo(LOG.head().position());
        } while (place != null);

        assertThat(pages).isEqualTo(3);
        assertThat(numbers(all)).containsExactly(1, 2, 3, 4, 5, 7);
        assertThat(all).hasSize(6);
    }

    @Test
    void a_case_in_error_is_still_read_by_an_auditor_of_its_trust() {
        assertThat(mayRead(auditor("SLAM", null), 6, TODAY)).isTrue();
        assertThat(mayRead(auditor("SLAM", Set.of(NORTH)), 6, TODAY)).isFalse();
        assertThat(mayRead(auditor("GLOS", null), 6, TODAY)).isFalse();
        assertThat(mayRead(leader(NORTH), 6, TODAY)).isFalse();
    }

    @Test
    void the_ninety_days_are_days_whatever_the_hour() {
        assertThat(mayRead(worker(2), 2, LocalDate.parse("2012-06-30"))).isTrue();
        assertThat(mayRead(worker(2), 2, LocalDate.parse("2012-07-01"))).isFalse();
        assertThat(
                        numbers(
                                CASELOAD.list(
                                                worker(2),
                                                ANY,
                                                LocalDate.parse("2012-07-01"),
                                                null,
                                                100)
                                        .items()))
                .doesNotContain(2);
    }
}
