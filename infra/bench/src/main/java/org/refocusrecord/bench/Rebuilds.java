package org.refocusrecord.bench;

import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** All views rebuilt beside those that are read, as an administrator has it done by HTTP. */
final class Rebuilds {

    private static final long LONGEST = TimeUnit.HOURS.toNanos(2);

    private final Door administrator;

    Rebuilds(Product product, String trust) throws Exception {
        this.administrator = Door.of(product, TokenRequest.of(Role.ADMIN).trust(trust));
    }

    /** Once, until all of them went live; how many events the log had when it began. */
    long run() throws Exception {
        long head = 0;
        for (JsonNode view : views()) {
            head = Math.max(head, view.path("head").asLong());
            administrator.post("/projections/" + view.path("name").asString() + "/rebuild", "");
        }
        long begun = System.nanoTime();
        while (areUnderWay()) {
            if (System.nanoTime() - begun > LONGEST) {
                throw new IllegalStateException("a rebuild came to no end");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return head;
    }

    private boolean areUnderWay() throws Exception {
        boolean any = false;
        for (JsonNode view : views()) {
            switch (view.path("rebuild").path("state").asString()) {
                case "FOLDING" -> any = true;
                case "LIVE" -> {}
                default -> throw new IllegalStateException("not rebuilt: " + view);
            }
        }
        return any;
    }

    /** Waits until all that was recorded is sealed, which else would go on beside a rebuild. */
    void awaitSeal() throws Exception {
        long head = views().path(0).path("head").asLong();
        long begun = System.nanoTime();
        while (sealed() < head) {
            if (System.nanoTime() - begun > LONGEST) {
                throw new IllegalStateException("the seal did not come to the head");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private long sealed() throws Exception {
        String checkpoint =
                new String(administrator.get("/integrity/checkpoint"), StandardCharsets.UTF_8);
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    private JsonNode views() throws Exception {
        return JsonMapper.shared().readTree(administrator.get("/projections"));
    }
}
