package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.PostingClient.Post;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.web.problem.Problem;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Senders who vanish in the middle of a request, beside one who does not. */
@Timeout(300)
class BreakingPostsOffTest {

    private static final int SENDERS = 200;
    private static final int SENDERS_TO_A_POST = 5;
    private static final long SEED = 20_120_411;

    private final Random random = new Random(SEED);
    private final Tally tally = new Tally();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @TempDir private Path folder;

    @Test
    void nothing_of_half_a_post_is_recorded_and_nobody_else_notices() throws Exception {
        Path data = MadeAlready.in(folder.resolve("data"));
        try (RefocusServer server = new RefocusServer(StartOrder.embedded(data, 0), word -> {});
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            URI url = URI.create(server.start());
            Door door = new Door(url.toString());
            Team team = Team.on(data, door);
            String caseId = team.openCase(door);
            PostingClient other =
                    new PostingClient(door, team, team.openCase(door), tally, isOver::get);
            Future<List<Post>> posting = threads.submit(other);
            try (Complaints complaints = Complaints.heard()) {
                List<String> sessions = breakOff(url, team, caseId, posting);
                isOver.set(true);
                List<Post> posts = posting.get();
                areUnknown(sessions, door, team);
                new Recorded(door, team, caseId).holdsExactly(List.of());
                other.recorded(door).holdsExactly(posts);
                assertThat(tally.inDoubt).as(tally.toString()).hasValue(0);
                assertThat(complaints.words()).noneMatch(BreakingPostsOffTest::isAboutAPost);
                System.out.println(SENDERS + " posts broken off, meanwhile " + tally);
            }
        }
    }

    /** Other servers of this machine tell of what is theirs, and of readers who are gone. */
    private static boolean isAboutAPost(String complaint) {
        return complaint.startsWith(Problem.class.getPackageName())
                && !complaint.contains("to GET ");
    }

    private List<String> breakOff(URI url, Team team, String caseId, Future<?> posting)
            throws IOException, InterruptedException {
        List<String> sessions = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            // The other one posts all the while.
            while (tally.acknowledged.get() < sender / SENDERS_TO_A_POST && !posting.isDone()) {
                Thread.sleep(1);
            }
            String sessionId = Team.id();
            String body = team.session(caseId, sessionId, "Half of this is said.");
            byte[] request = sender % 3 == 0 ? inChunks(team, body) : inOnePiece(team, body);
            send(url, Arrays.copyOf(request, cut(request.length, sender)), sender % 2 == 0);
            sessions.add(sessionId);
        }
        return sessions;
    }

    /** Anywhere; for some, where hardly anything is missing. */
    private int cut(int length, int sender) {
        return sender % 5 == 0 ? length - 1 - random.nextInt(8) : random.nextInt(length);
    }

    private static byte[] inOnePiece(Team team, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return request(team, "Content-Length: " + length, body);
    }

    /** All of the body comes in the first chunk: what is missing may be no more than the end. */
    private static byte[] inChunks(Team team, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String chunks = Integer.toHexString(length) + "\r\n" + body + "\r\n0\r\n\r\n";
        return request(team, "Transfer-Encoding: chunked", chunks);
    }

    private static byte[] request(Team team, String framing, String body) {
        String head =
                "POST /api/v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + team.posting()
                        + "\r\nContent-Type: application/json\r\n"
                        + framing
                        + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Sends and is gone: with a word of parting, or as when a cable is cut. */
    private static void send(URI url, byte[] begun, boolean suddenly) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(begun);
            socket.getOutputStream().flush();
            if (suddenly) {
                socket.setSoLinger(true, 0);
            }
        }
    }

    private static void areUnknown(List<String> sessions, Door door, Team team) throws Exception {
        for (String sessionId : sessions) {
            String path = "/api/v1/sessions/" + sessionId + "/receipt";
            assertThat(door.get(path, team.posting()).status()).isEqualTo(404);
        }
    }
}
