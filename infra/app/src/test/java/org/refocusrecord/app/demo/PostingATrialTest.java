package org.refocusrecord.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.demo.posting.LocalTokens;
import org.refocusrecord.app.demo.posting.Poster;
import org.refocusrecord.app.demo.posting.Progress;
import org.refocusrecord.app.demo.posting.Tally;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.security.LocalIssuer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A small trial, posted to a whole server. */
class PostingATrialTest {

    private static final Trial SMALL = Trial.of(new TrialSize(7, 2, 12, 0.2));

    @Test
    void it_is_recorded_whole_and_posting_it_again_adds_nothing(@TempDir Path folder)
            throws IOException {
        Path data = folder.resolve("data");
        try (RefocusServer server =
                new RefocusServer(StartOrder.embedded(data, 0), progress -> {})) {
            String url = server.start();
            LocalTokens tokens = new LocalTokens(LocalIssuer.in(data), Clock.systemUTC());
            Tally first = post(url, tokens);
            assertEquals(List.of(), first.examples());
            assertEquals(Bodies.posts(SMALL).count(), first.recorded());
            Tally again = post(url, tokens);
            assertEquals(List.of(), again.examples());
            assertEquals(first.recorded(), again.repeated());
            assertEquals(0, again.recorded());
        }
    }

    private static Tally post(String url, LocalTokens tokens) {
        return new Poster(url, tokens, 4).post(SMALL.stages(), Progress.onError(1));
    }
}
