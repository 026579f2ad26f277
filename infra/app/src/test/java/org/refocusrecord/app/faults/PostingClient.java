package org.refocusrecord.app.faults;

import org.refocusrecord.app.faults.Door.Answer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Posts sessions of one case, one after the other. What was not answered with a receipt is sent
 * again until it is, as any sender must.
 */
final class PostingClient implements Callable<List<PostingClient.Post>> {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BETWEEN_REPEATS_MILLIS = 50;
    private static final int POSTS_BETWEEN_READS = 4;
    private static final Set<String> COME_AGAIN =
            Set.of("log.not-reachable", "log.busy", "view.behind");

    private final Door door;
    private final Team team;
    private final String caseId;
    private final Tally tally;
    private final BooleanSupplier isOver;
    private final Duration pause;

    /** One that knows no pause. */
    PostingClient(Door door, Team team, String caseId, Tally tally, BooleanSupplier isOver) {
        this(door, team, caseId, tally, isOver, Duration.ZERO);
    }

    /** One that pauses after each post. */
    PostingClient(
            Door door,
            Team team,
            String caseId,
            Tally tally,
            BooleanSupplier isOver,
            Duration pause) {
        this.door = door;
        this.team = team;
        this.caseId = caseId;
        this.tally = tally;
        this.isOver = isOver;
        this.pause = pause;
    }

    /** A session that was posted, and the receipt that it got. */
    @SuppressWarnings("ArrayRecordComponent") // Compared byte for byte, and by hand.
    record Post(String sessionId, String said, String body, byte[] receipt) {}

    /** What a server gives out of the case. */
    Recorded recorded(Door from) {
        return new Recorded(from, team, caseId);
    }

    @Override
    public List<Post> call() throws InterruptedException {
        List<Post> posts = new ArrayList<>();
        while (!isOver.getAsBoolean()) {
            String sessionId = Team.id();
            String said = "What was said in session " + posts.size() + " of " + caseId;
            String body = team.session(caseId, sessionId, said);
            posts.add(new Post(sessionId, said, body, receipt(body)));
            tally.acknowledged.incrementAndGet();
            if (posts.size() % POSTS_BETWEEN_READS == 0) {
                read();
            }
            Thread.sleep(pause);
        }
        return posts;
    }

    private byte[] receipt(String body) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        for (int sending = 1; Instant.now().isBefore(end); sending++) {
            if (sending == 2) {
                tally.inDoubt.incrementAndGet();
            }
            tally.sent.incrementAndGet();
            Optional<Answer> answer =
                    answered(() -> door.post("/api/v1/sessions", body, team.posting()));
            if (answer.isPresent() && answer.get().status() != 503) {
                return receipt(answer.get(), sending);
            }
            Thread.sleep(BETWEEN_REPEATS_MILLIS);
        }
        throw new AssertionError("the service did not come back");
    }

    private byte[] receipt(Answer answer, int sending) {
        boolean hadBeenRecorded = answer.status() == 200 && sending > 1;
        if (answer.status() != 201 && !hadBeenRecorded) {
            throw new AssertionError("a post was answered with " + answer);
        }
        if (hadBeenRecorded) {
            tally.hadBeenRecorded.incrementAndGet();
        }
        return answer.body();
    }

    /** Readers are told to come again too, and never that there was a fault. */
    private void read() throws InterruptedException {
        for (String path : List.of("/api/v1/cases/" + caseId + "/care-plan", "/api/v1/teams")) {
            Optional<Answer> answer = answered(() -> door.get(path, team.reading()));
            if (answer.isPresent() && !Set.of(200, 503).contains(answer.get().status())) {
                throw new AssertionError("a read was answered with " + answer.get());
            }
        }
    }

    private interface Sending {
        Answer send() throws IOException, InterruptedException;
    }

    private Optional<Answer> answered(Sending sending) throws InterruptedException {
        try {
            Answer answer = sending.send();
            if (answer.status() == 503) {
                tally.toldToWait.incrementAndGet();
                String code = answer.json().path("code").asString("");
                if (!COME_AGAIN.contains(code)) {
                    throw new AssertionError("told to wait without a reason: " + answer);
                }
            }
            return Optional.of(answer);
        } catch (IOException brokenOff) {
            tally.unanswered.incrementAndGet();
            return Optional.empty();
        }
    }
}
