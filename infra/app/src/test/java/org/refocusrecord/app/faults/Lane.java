package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.faults.PostingClient.Post;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One case, about which one command after the other is sent. */
final class Lane {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> COME_AGAIN = Set.of("log.not-reachable", "log.busy");

    /** What is sent. */
    enum Load {
        /** Sessions with three entries, each of which has words: four events. */
        SESSIONS,
        /** Commands of one event, without words. */
        ONE_EVENT
    }

    private final Team team;
    private final Load load;
    private final String caseId;
    private final List<Post> posts = Collections.synchronizedList(new ArrayList<>());

    Lane(Team team, Door door) throws IOException, InterruptedException {
        this(team, door, Load.SESSIONS);
    }

    Lane(Team team, Door door, Load load) throws IOException, InterruptedException {
        this.team = team;
        this.load = load;
        this.caseId = team.openCase(door);
    }

    /** A command that is to be sent, which most often is a session. */
    record Session(String id, String caseId, Load load, String said, String body) {}

    String caseId() {
        return caseId;
    }

    Team team() {
        return team;
    }

    /** All that was acknowledged, in order. */
    List<Post> posts() {
        return List.copyOf(posts);
    }

    Session next() {
        String id = Team.id();
        return switch (load) {
            case SESSIONS -> {
                String said = "What was said in session " + posts.size() + " of " + caseId;
                yield new Session(id, caseId, load, said, team.session(caseId, id, said));
            }
            case ONE_EVENT -> {
                String coordinator = Team.id();
                yield new Session(id, caseId, load, coordinator, team.coordinator(id, coordinator));
            }
        };
    }

    private String path() {
        return switch (load) {
            case SESSIONS -> "/api/v1/sessions";
            case ONE_EVENT -> "/api/v1/cases/" + caseId + "/care-coordinator";
        };
    }

    /** Sends it once; empty where nobody answers. */
    Optional<Answer> send(Session session, Door door) throws InterruptedException {
        try {
            Answer answer = door.post(path(), session.body(), team.posting());
            assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 503);
            if (answer.status() == 503) {
                assertThat(answer.json().path("code").asString("")).isIn(COME_AGAIN);
                assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
            }
            return Optional.of(answer);
        } catch (IOException brokenOff) {
            return Optional.empty();
        }
    }

    /** Sends what was acknowledged until it is answered again, as any sender must. */
    Answer again(Post post, Door door) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = door.post(path(), post.body(), team.posting());
        while (answer.status() == 503 && Instant.now().isBefore(end)) {
            Thread.sleep(20);
            answer = door.post(path(), post.body(), team.posting());
        }
        return answer;
    }

    /** Sends it until there is a receipt, as any sender must; answers with the one that came. */
    Answer settle(Session session, Door door) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<Answer> answer = send(session, door);
            if (answer.isPresent() && answer.get().status() != 503) {
                isAcknowledged(session, answer.get());
                return answer.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the service did not come back");
    }

    /** Notes that a receipt was given for it. */
    void isAcknowledged(Session session, Answer receipt) {
        posts.add(new Post(session.id(), session.said(), session.body(), receipt.body()));
    }
}
