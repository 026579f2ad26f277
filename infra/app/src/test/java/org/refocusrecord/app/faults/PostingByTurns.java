package org.refocusrecord.app.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Posts the sessions of some cases, one after the other, each until there is a receipt; where one
 * node does not answer, to the next.
 */
final class PostingByTurns implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<Integer> RECORDED = Set.of(200, 201);

    private final List<Door> doors;
    private final Team team;
    private final List<PlannedSession> sessions;
    private final Allowance allowance;
    private final Map<String, byte[]> receipts;
    private int turn;

    PostingByTurns(
            List<Door> doors,
            Team team,
            List<PlannedSession> sessions,
            Allowance allowance,
            Map<String, byte[]> receipts) {
        this.doors = doors;
        this.team = team;
        this.sessions = sessions;
        this.allowance = allowance;
        this.receipts = receipts;
    }

    @Override
    public Integer call() throws InterruptedException {
        for (PlannedSession session : sessions) {
            allowance.take();
            receipts.put(session.id(), receipt(session));
        }
        return sessions.size();
    }

    private byte[] receipt(PlannedSession session) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            try {
                Door.Answer answer =
                        doors.get(turn % doors.size())
                                .post("/api/v1/sessions", session.body(), team.posting());
                if (RECORDED.contains(answer.status())) {
                    return answer.body();
                }
                if (answer.status() != 503) {
                    throw new AssertionError("a post was answered with " + answer);
                }
            } catch (IOException brokenOff) {
                turn++;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the service did not come back");
    }
}
