package org.refocusrecord.bench;

import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** What an auditor asks of many people at once, by HTTP. */
final class Auditing {

    /** Seven, half a year apart. */
    private static final String DATES =
            "2011-09-30,2012-03-31,2012-09-30,2013-03-31,2013-09-30,2014-03-31,2014-09-30";

    private static final String ROWS =
            "select payload from refocus_log.event where stream = any(?) order by stream, sequence";
    private static final int AT_ONCE = 64;

    private final People people;
    private final Cast crowd;
    private final Door door;
    private final DataSource owner;

    /**
     * @param people those who are audited
     * @param crowd the team of all others
     */
    Auditing(Product product, People people, Cast crowd, DataSource owner) throws Exception {
        this.people = people;
        this.crowd = crowd;
        this.door = Door.of(product, TokenRequest.of(Role.AUDITOR).trust(crowd.trust()));
        this.owner = owner;
    }

    /** The plans of all the people at seven dates, in people. */
    Bout plans() {
        long many = people.recorded().size();
        String asked = "?dates=%s&teamId=%s".formatted(DATES, people.cast().team());
        return Bout.whole(
                Names.AUDIT,
                Contestant.whole(Names.AUDIT_ROWS, many, this::read),
                Contestant.whole(
                        Names.ACTIONS,
                        many,
                        () -> {
                            byte[] lines = door.get("/audit/plan-actions" + asked);
                            require(lines.length > 0 && lines[lines.length - 1] == '\n');
                        }),
                Contestant.whole(
                        Names.TABLE,
                        many,
                        () -> {
                            byte[] table = door.get("/audit/plan-responsibility" + asked);
                            require(JsonMapper.shared().readTree(table).path("dates").size() == 7);
                        }));
    }

    private void read() throws SQLException {
        List<String> streams =
                people.recorded().stream().map(person -> "case/" + person.caseId()).toList();
        try (Connection connection = owner.getConnection();
                PreparedStatement rows = connection.prepareStatement(ROWS)) {
            for (int first = 0; first < streams.size(); first += AT_ONCE) {
                int end = Math.min(streams.size(), first + AT_ONCE);
                rows.setArray(
                        1, connection.createArrayOf("text", streams.subList(first, end).toArray()));
                try (ResultSet found = rows.executeQuery()) {
                    while (found.next()) {
                        found.getBytes(1);
                    }
                }
            }
        }
    }

    /** The first page of goals, of whomever. */
    Timing firstPages() {
        Cast few = people.cast();
        return new Timing(
                "the first 100 goals",
                List.of(
                        page("of everybody", "limit=100", true),
                        page("of a team with nearly all", "teamId=" + crowd.team(), true),
                        page("of a team with few", "teamId=" + few.team(), true),
                        page("of a worker with few", "workerId=" + few.worker(), true),
                        page("set with service users", "party=SERVICE_USER", true),
                        page(
                                "of a worker with none",
                                "workerId=" + new WorkerId(UUID.randomUUID()),
                                false)));
    }

    private Timing.Way page(String whose, String filter, boolean any) {
        String path = "/audit/goals?" + filter;
        return new Timing.Way(
                whose,
                _ -> {
                    String page = new String(door.get(path), StandardCharsets.UTF_8);
                    require(page.contains("\"goalId\"") == any);
                });
    }

    private static void require(boolean answered) {
        if (!answered) {
            throw new IllegalStateException("that is no answer");
        }
    }
}
