package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;

/**
 * Somebody with the owner's power alters the guard against repeats, which nothing seals. Nothing of
 * the record is lost by it, and nothing is recorded twice: whoever sends the command again is told
 * something else than the receipt, which stands as before.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlteringTheGuardTest {

    @TempDir private Path folder;
    private final Story story = Story.begun();
    private final Body session =
            story.session("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
    private JsonNode receipt;
    private List<String> told;

    @BeforeEach
    void a_session_was_recorded() {
        receipt = story.post(session).recorded().body();
        told = story.told();
    }

    @Test
    void a_repeat_is_told_that_it_differs_where_the_mac_was_altered() throws Exception {
        alter("content_mac = set_byte(content_mac, 0, get_byte(content_mac, 0) # 1)");

        story.post(session).refused(409, "session.content-differs /sessionId");
        nothingIsLostOrDoubled();
    }

    @Test
    void a_repeat_is_told_that_nobody_can_tell_where_a_key_is_named_that_is_not_there()
            throws Exception {
        alter("content_mac_key = gen_random_uuid()");

        story.post(session).refused(410, "words.erased ");
        nothingIsLostOrDoubled();
    }

    private void alter(String change) throws Exception {
        LogTampering.on(story.service.data())
                .execute(
                        "update refocus_log.event set %s where event_id = '%s'"
                                .formatted(change, receipt.at("/events/0/eventId").asString()));
    }

    private void nothingIsLostOrDoubled() {
        assertThat(story.told()).isEqualTo(told);
        String path = "/api/v1/sessions/" + session.text("sessionId") + "/receipt";
        assertThat(story.service.get(path, story.system).found().body()).isEqualTo(receipt);
        EvidenceInHand evidence = story.evidence(story.self);
        assertThat(evidence.verdict(folder).findings()).isEmpty();
        assertThat(EvidenceInHand.verify(evidence.in(folder))).isZero();
    }
}
