package org.refocusrecord.web.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.web.problem.ProblemException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingAQueryTest {

    private static final QueryClock CLOCK =
            new QueryClock(Instant.parse("2012-06-20T12:00:00Z"), ZoneId.of("Europe/London"));
    private static final QueryParameter<TeamId> TEAM =
            QueryParameter.id("teamId", "The team.", TeamId::new);
    private static final QueryParameter<Sharing> SHARING =
            QueryParameter.code("sharing", "For whom.", Sharing.class);
    private static final QueryParameter<String> BY = QueryParameter.text("by", "Of whom.", 10);
    private static final Queries QUERIES =
            Queries.of(
                    "/things",
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    QueryParameter.FROM,
                    QueryParameter.TO,
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION,
                    TEAM,
                    SHARING,
                    BY);

    @Test
    void nothing_asked_is_nothing_read() {
        QueryValues values = read(null);
        assertThat(values.get(QueryParameter.AS_OF)).isNull();
        assertThat(values.limit()).isEqualTo(100);
        assertThat(values.place()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2012-06-19, 2012-06-19T22:59:59.999999Z",
        "asOf=2012-06-20, 2012-06-20T12:00:00Z",
        "asOf=2012-01-31, 2012-01-31T23:59:59.999999Z",
        "asOf=2012-06-20T12:00:00Z, 2012-06-20T12:00:00Z",
        "asOf=2012-06-20T13:00:00+01:00, 2012-06-20T12:00:00Z",
        "asOf=2012-06-20T13:00:00%2B01:00, 2012-06-20T12:00:00Z"
    })
    void a_day_means_its_end_and_today_now(String query, Instant moment) {
        assertThat(read(query).get(QueryParameter.AS_OF)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&limit=7", "limit=7&", "&&limit=7&&by=me"})
    void an_ampersand_too_many_asks_for_nothing(String query) {
        assertThat(read(query).limit()).isEqualTo(7);
    }

    @Test
    void a_range_takes_in_both_its_days() {
        QueryValues values = read("from=2012-06-01&to=2012-06-01");
        assertThat(values.get(QueryParameter.FROM)).isEqualTo("2012-05-31T23:00:00Z");
        assertThat(values.get(QueryParameter.TO)).isEqualTo("2012-06-01T22:59:59.999999Z");
    }

    @ParameterizedTest
    @CsvSource({
        "asof=2012-06-01, /asof query.unknown",
        "=2012-06-01, / query.unknown",
        "asOf=, /asOf query.not-readable",
        "asOf, /asOf query.not-readable",
        "asOf=yesterday, /asOf query.not-readable",
        "asOf=2012-06-20T12:00:00, /asOf query.not-readable",
        "asOf=2012-06-20T12:00:00.000001Z, /asOf time.in-future",
        "knownAt=2012-06-21, /knownAt time.in-future",
        "limit=1&limit=1, /limit query.not-readable",
        "limit=0, /limit value.not-allowed",
        "limit=1001, /limit value.not-allowed",
        "limit=ten, /limit query.not-readable",
        "limit=1e2, /limit query.not-readable",
        "teamId=7, /teamId query.not-readable",
        "sharing=NOBODY, /sharing value.not-allowed",
        "minPosition=-1, /minPosition value.not-allowed",
        "from=2012-06-02&to=2012-06-01, /to range.reversed",
        "cursor=abc, /cursor cursor.not-readable",
        "by=a%00b, /by query.not-readable",
        "by=%20, /by query.not-readable",
        "by=12345678901, /by query.not-readable",
        "sharing=%C3%28, ' query.not-readable'",
        "a~b/c=1, /a~0b~1c query.unknown"
    })
    void what_cannot_be_answered_is_refused(String query, String fault) {
        assertThat(faults(query)).containsExactly(fault);
    }

    @Test
    void all_faults_at_once() {
        assertThat(faults("asof=1&limit=0&teamId=x"))
                .containsExactly(
                        "/asof query.unknown",
                        "/limit value.not-allowed",
                        "/teamId query.not-readable");
    }

    @Test
    void a_cursor_goes_on_with_the_same_question_and_no_other() {
        String next = read("sharing=TEAM&limit=5").next("2012", "a/b");
        assertThat(read("limit=7&sharing=TEAM&minPosition=3&cursor=" + next).place())
                .containsExactly("2012", "a/b");
        assertThat(faults("sharing=PERSON_ONLY&cursor=" + next))
                .containsExactly("/cursor cursor.not-readable");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> QUERIES.read("/other", "sharing=TEAM&cursor=" + next, CLOCK));
    }

    private static QueryValues read(@Nullable String query) {
        return QUERIES.read("/things/1", query, CLOCK);
    }

    private static List<String> faults(String query) {
        try {
            read(query);
            throw new AssertionError("was read: " + query);
        } catch (ProblemException refused) {
            return refused.problem().errors().stream()
                    .map(fault -> fault.pointer() + " " + fault.code().code())
                    .toList();
        }
    }
}
