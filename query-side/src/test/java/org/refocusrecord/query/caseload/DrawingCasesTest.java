package org.refocusrecord.query.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Cases in an order by chance, which anybody can find again by the SHA-256 of seed and id. */
class DrawingCasesTest {

    private static final CandidateFilter ALL = new CandidateFilter(null, null, null, null);
    private static final int CASES = 150;

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log);
    private final Candidates candidates = new Candidates(views.reads);

    private static byte[] lot(CaseId caseId, long seed) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((seed + "/" + caseId).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private List<CaseId> drawn(long seed, int few, int many) {
        List<CaseId> drawn = new ArrayList<>();
        new CandidatePages(
                        (last, limit) -> candidates.drawn(seed, last, ALL, limit),
                        null,
                        few,
                        many,
                        _ -> true)
                .forEachRemaining(each -> drawn.add(each.caseId()));
        return drawn;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 9_007_199_254_740_993L})
    void all_come_once_in_the_order_of_their_lots_however_they_are_fetched(long seed) {
        lives.from(1, CASES);
        views.start().caughtUp();
        List<CaseId> byLot =
                lives.cases().stream()
                        .map(each -> CaseId.of(each.stream().substring("case/".length())))
                        .sorted(
                                Comparator.comparing(
                                        caseId -> lot(caseId, seed), Arrays::compareUnsigned))
                        .toList();

        assertThat(byLot).hasSize(CASES);
        assertThat(drawn(seed, 1, 7)).isEqualTo(byLot);
        assertThat(drawn(seed, 32, 8_192)).isEqualTo(byLot);
        assertThat(drawn(seed, CASES, CASES)).isEqualTo(byLot);
    }

    @Test
    void one_that_is_opened_later_moves_none_of_the_others() {
        lives.from(1, 40);
        views.start().caughtUp();
        List<CaseId> before = drawn(7, 8, 8);
        lives.life(41);
        views.caughtUp();

        List<CaseId> after = drawn(7, 8, 8);

        assertThat(after).hasSize(41).containsSubsequence(before);
    }

    @Test
    void one_that_waits_is_drawn_in_its_place_too() {
        lives.from(1, 20);
        CaseInLog ill = new CaseInLog(log, 21, TeamStory.TEAM, "2012-01-05", 1);
        views.start().caughtUp();
        List<CaseId> before = drawn(3, 4, 4);
        log.record(ill.stream(), log.nextCommand(), ill.goalSet(), null);
        views.caughtUp();
        assertThat(views.projections.parked()).isNotEmpty();

        assertThat(drawn(3, 4, 4)).hasSize(21).isEqualTo(before);
    }
}
