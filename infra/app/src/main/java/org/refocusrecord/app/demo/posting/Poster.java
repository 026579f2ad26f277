package org.refocusrecord.app.demo.posting;

import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.demo.trial.Account;
import org.refocusrecord.app.demo.trial.Line;
import org.refocusrecord.app.demo.trial.Post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts lines, some at a time, each in its own order; a stage begins when the last has ended. */
public final class Poster {

    private final String url;
    private final Tokens tokens;
    private final int clients;
    private final Tally tally = new Tally();

    /** To this server, with so many clients at once. */
    public Poster(String url, Tokens tokens, int clients) {
        this.url = url;
        this.tokens = tokens;
        this.clients = clients;
    }

    /** Posts all of it and says what became of it. */
    public Tally post(List<List<Line>> stages, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try (Api api = new Api(url)) {
            for (List<Line> stage : stages) {
                List<Future<?>> running = new ArrayList<>();
                for (Line line : stage) {
                    running.add(pool.submit(() -> post(api, line, progress)));
                }
                await(running);
            }
            progress.ended(tally);
            return tally;
        } finally {
            pool.shutdownNow();
        }
    }

    private Void post(Api api, Line line, Progress progress) throws InterruptedException {
        Map<Account, String> own = new HashMap<>();
        for (Post post : line.posts().get()) {
            String token = own.computeIfAbsent(post.account(), tokens::tokenOf);
            tally.count(line.name(), post, api.post(post, token));
            progress.posted(tally);
        }
        progress.finished(tally);
        return null;
    }

    private static void await(List<Future<?>> running) {
        try {
            for (Future<?> line : running) {
                line.get();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted. Call again to go on.", ended);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Hindrance hindrance
                    ? hindrance
                    : new IllegalStateException(failed.getCause());
        }
    }
}
