package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the access log says of one story's case, as its auditor reads it. */
final class WhoRead {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Story story;
    private final String auditor;

    WhoRead(Story story) {
        this.story = story;
        this.auditor = auditor(account());
    }

    /** An account that nobody else has. */
    static String account() {
        return "account:" + Story.id();
    }

    private String auditor(String account) {
        return story.service.token(
                TokenRequest.of(Role.AUDITOR).trust(story.trust).subject(account));
    }

    /**
     * All that the account read of the case, the latest first. Somebody else reads it after that:
     * once his read is there, so is all that this node answered before.
     */
    List<JsonNode> by(String account) {
        String last = account();
        story.service.get("/api/v1/cases/" + story.caseId, auditor(last)).found();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (found(last).isEmpty() && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        assertThat(found(last)).as("the last read is there").hasSize(1);
        return found(account);
    }

    private List<JsonNode> found(String account) {
        return all("&by=" + account, null);
    }

    /** Page by page, where a limit is given. */
    List<JsonNode> all(String filter, @Nullable Integer limit) {
        String path =
                "/api/v1/audit/access?caseId=%s%s&limit=%d"
                        .formatted(story.caseId, filter, limit == null ? 1_000 : limit);
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            Answer page =
                    story.service
                            .get(next.isEmpty() ? path : path + "&cursor=" + next, auditor)
                            .found();
            page.at("/accesses").forEach(all::add);
            next = page.text("/next");
        } while (!next.isEmpty());
        return all;
    }

    /** A token for one of the roles in the story, of an account of its own. */
    String token(Role role, String account) {
        TokenRequest request = TokenRequest.of(role).trust(story.trust).subject(account);
        return story.service.token(
                switch (role) {
                    case WORKER -> request.worker(WorkerId.of(story.worker));
                    case TEAM_LEADER -> request.teams(story.teamId());
                    case SERVICE_USER -> request.serviceUser(story.personId());
                    case AUDITOR, CLINICAL_SYSTEM, RESEARCHER, ADMIN -> request;
                });
    }
}
