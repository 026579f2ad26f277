package org.refocusrecord.query.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.caseload.CandidateFilter.Goals;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whatever is asked for, all cases that may be meant are found, each once, however many are fetched
 * at a time. Of a hundred, every third is with the first team, the others with the second; every
 * seventh was moved from one to the other; every second has a goal that its worker set.
 */
class FindingCandidatesTest {

    private static final int CASES = 100;

    /** Of which nothing is known but that an event of it could not be applied. */
    private static final int ILL = CASES + 1;

    private static final TeamId FIRST = TeamStory.team(1);
    private static final TeamId SECOND = TeamStory.team(2);
    private static final TeamId NOBODYS = TeamStory.team(3);
    private static final int WORKERS = 5;

    private static final StoryLog LOG = new StoryLog();
    private static final Views VIEWS = new Views(LOG);
    private static final Candidates CANDIDATES = new Candidates(VIEWS.reads);

    @BeforeAll
    static void a_hundred_and_one() {
        for (int number = 1; number <= CASES; number++) {
            CaseInLog one =
                    new CaseInLog(LOG, number, number % 3 == 0 ? FIRST : SECOND, "2012-01-05");
            if (number % 7 == 0) {
                one.transferred(number % 3 == 0 ? SECOND : FIRST, "2012-06-01");
            }
            if (number % 2 == 0) {
                one.session(number % WORKERS, at(number), one.goalSet());
            }
        }
        CaseInLog other = new CaseInLog(new StoryLog(), ILL, FIRST, "2012-01-05");
        LOG.record("case/" + CaseInLog.caseId(ILL), LOG.nextCommand(), other.goalSet(), null);
        VIEWS.start().caughtUp();
        assertThat(VIEWS.projections.parked()).isNotEmpty();
    }

    @AfterAll
    static void no_more() {
        VIEWS.close();
    }

    private static String at(int number) {
        return "2012-%02d-01T10:00:00Z".formatted(1 + number % 12);
    }

    /**
     * What is asked for.
     *
     * @param meant which of the hundred
     */
    record Asked(String what, CandidateFilter filter, IntPredicate meant) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Asked> asked() {
        IntPredicate first = number -> number % 3 == 0 || number % 7 == 0;
        IntPredicate second = number -> number % 3 != 0 || number % 7 == 0;
        IntPredicate withGoal = number -> number % 2 == 0;
        IntPredicate ofWorker = withGoal.and(number -> number % WORKERS == 2);
        Goals any = new Goals(null, null, null, null);
        Goals byWorker = new Goals(null, new WorkerId(TeamStory.worker(2).value()), null, null);
        Goals byStaff = new Goals(Party.STAFF, null, null, null);
        Goals inMarch =
                new Goals(
                        null,
                        null,
                        Instant.parse("2012-03-01T00:00:00Z"),
                        Instant.parse("2012-03-31T00:00:00Z"));
        Goals byCarer = new Goals(Party.CARER, null, null, null);
        Goals sinceJune = new Goals(null, null, Instant.parse("2012-06-01T00:00:00Z"), null);
        Goals upToMay = new Goals(null, null, null, Instant.parse("2012-05-31T00:00:00Z"));
        IntPredicate late = withGoal.and(number -> number % 12 >= 5);
        IntPredicate marched = withGoal.and(number -> number % 12 == 2);
        Set<TeamId> both = Set.of(FIRST, SECOND);
        return Stream.of(
                new Asked("all", filter(null, null, null), _ -> true),
                new Asked("a team", filter(FIRST, null, null), first),
                new Asked("the other", filter(SECOND, null, null), second),
                new Asked("a team without any", filter(NOBODYS, null, null), _ -> false),
                new Asked("of two teams", filter(null, both, null), _ -> true),
                new Asked("of one and none", filter(null, Set.of(FIRST, NOBODYS), null), first),
                new Asked("one of two", filter(FIRST, both, null), first),
                new Asked("both", filter(FIRST, Set.of(SECOND), null), first.and(second)),
                new Asked("goals", filter(null, null, any), withGoal),
                new Asked("goals of a team", filter(SECOND, null, any), second.and(withGoal)),
                new Asked("goals of teams", filter(null, both, any), withGoal),
                new Asked("a worker's", filter(null, null, byWorker), ofWorker),
                new Asked(
                        "a worker's of a team", filter(FIRST, null, byWorker), first.and(ofWorker)),
                new Asked("by staff", filter(FIRST, both, byStaff), first.and(withGoal)),
                new Asked("of another trust", inTrust("SLAM2", null), _ -> false),
                new Asked("of no trust", inTrust(null, any), withGoal),
                new Asked("by a carer", filter(FIRST, null, byCarer), _ -> false),
                new Asked("since June", filter(SECOND, null, sinceJune), second.and(late)),
                new Asked("up to May", filter(null, both, upToMay), withGoal.and(late.negate())),
                new Asked("in March", filter(null, null, inMarch), marched),
                new Asked(
                        "in March of a team", filter(SECOND, null, inMarch), second.and(marched)));
    }

    private static CandidateFilter filter(
            @Nullable TeamId team, @Nullable Set<TeamId> teams, @Nullable Goals goals) {
        return new CandidateFilter("SLAM", team, teams, goals);
    }

    private static CandidateFilter inTrust(@Nullable String trust, @Nullable Goals goals) {
        return new CandidateFilter(trust, null, null, goals);
    }

    private static List<CaseId> all(CandidatePages.Fetching fetching, int few, int many) {
        Iterator<Candidate> pages = new CandidatePages(fetching, null, few, many, _ -> true);
        List<CaseId> all = new ArrayList<>();
        while (pages.hasNext()) {
            all.add(pages.next().caseId());
            assertThat(all).hasSizeLessThanOrEqualTo(ILL);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("asked")
    void each_that_may_be_meant_is_found_once(Asked asked) {
        List<CaseId> meant =
                IntStream.rangeClosed(1, CASES)
                        .filter(asked.meant())
                        .mapToObj(CaseInLog::caseId)
                        .toList();
        List<CaseId> found = new ArrayList<>(meant);
        // No filter was asked about what waits.
        found.add(CaseInLog.caseId(ILL));
        CandidatePages.Fetching byId = (last, limit) -> after(asked, last, limit);
        assertThat(all(byId, 3, 8)).isEqualTo(found);
        assertThat(all(byId, 32, 256)).isEqualTo(found);

        CandidatePages.Fetching byLot =
                (last, limit) -> CANDIDATES.drawn(7, last, asked.filter(), limit);
        assertThat(all(byLot, 3, 8))
                .isEqualTo(all(byLot, 256, 256))
                .containsExactlyInAnyOrderElementsOf(found);
    }

    private static List<Candidate> after(Asked asked, @Nullable CaseId last, int limit) {
        return CANDIDATES.after(last, asked.filter(), limit);
    }
}
