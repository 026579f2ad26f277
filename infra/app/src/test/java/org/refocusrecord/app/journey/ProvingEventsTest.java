package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.seal.Checkpoint;
import org.refocusrecord.eventlog.seal.MerkleHash;
import org.refocusrecord.eventlog.seal.MerkleVerification;
import org.refocusrecord.eventlog.seal.SignedNote;
import org.refocusrecord.eventlog.seal.VerifierKey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What the log says of itself, and proofs of single events. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvingEventsTest {

    private static final String INTEGRITY = "/api/v1/integrity";

    private final Story story = Story.begun();
    private final Service service = story.service;

    @Test
    void every_event_of_a_session_is_proven_as_soon_as_it_is_recorded() {
        Answer receipt = story.held("2011-04-14T10:00:00Z", aGoal(), aGoal());
        for (JsonNode event : receipt.at("/events")) {
            Answer proof = proof(event.path("eventId").asString(), story.staff).found();

            byte[] leaf = proof.text("/leaf").getBytes(StandardCharsets.UTF_8);
            SignedNote note = SignedNote.parse(proof.text("/checkpoint"));
            Checkpoint checkpoint = Checkpoint.of(note);
            assertThat(note.by(key())).isEqualTo(SignedNote.Verdict.SIGNED);
            assertThat(proof.at("/treeSize").asLong()).isEqualTo(checkpoint.size());
            assertThat(proof.at("/position").asLong()).isEqualTo(event.path("position").asLong());
            assertThat(proof.text("/leafHash"))
                    .isEqualTo(event.path("leafHash").asString())
                    .isEqualTo(HexFormat.of().formatHex(MerkleHash.ofLeaf(leaf)));
            assertThat(
                            MerkleVerification.includes(
                                    MerkleHash.ofLeaf(leaf),
                                    event.path("position").asLong() - 1,
                                    checkpoint.size(),
                                    hashes(proof.at("/path")),
                                    checkpoint.root()))
                    .isTrue();
        }
    }

    @Test
    void a_proof_is_for_whoever_may_see_the_stream() {
        String eventId = eventId(story.held("2011-04-14T10:00:00Z", aGoal()));
        Story elsewhere = Story.begun();
        for (String token :
                List.of(story.self, story.staff, story.leader, story.auditor, story.system)) {
            proof(eventId, token).found();
        }
        for (String token :
                List.of(
                        elsewhere.self,
                        elsewhere.staff,
                        elsewhere.leader,
                        elsewhere.auditor,
                        elsewhere.system,
                        story.admin)) {
            proof(eventId, token).refused(404, "event.unknown ");
        }
        proof(Story.id(), story.staff).refused(404, "event.unknown ");
        proof("17", story.staff).refused(404, "event.unknown ");
        proof(eventId, "").refused(401, "token.missing ");
    }

    @Test
    void a_proof_about_a_team_is_for_those_who_see_the_team() {
        Body joined =
                Body.of(
                        "commandId",
                        Story.id(),
                        "workerId",
                        Story.id(),
                        "change",
                        "JOINED",
                        "on",
                        "2011-01-03");
        String eventId =
                eventId(
                        service.post("/api/v1/teams/" + story.team + "/staff", joined, story.leader)
                                .recorded());
        for (String token : List.of(story.leader, story.admin, story.auditor)) {
            proof(eventId, token).found();
        }
        for (String token : List.of(story.staff, story.self, Story.begun().auditor)) {
            proof(eventId, token).refused(404, "event.unknown ");
        }
    }

    @Test
    void a_rating_that_is_not_shared_is_proven_to_staff_and_does_not_tell_its_answers() {
        Answer receipt =
                story.own(
                                "2011-04-14T10:00:00Z",
                                Entries.briefInspire(Story.id(), Story.worker(story.worker)))
                        .recorded();
        String rating = receipt.text("/events/1/eventId");
        for (String token : List.of(story.staff, story.leader, story.auditor, story.self)) {
            proof(rating, token).found();
        }
        String payload = payloadToldToThePerson(rating);
        String leaf = proof(rating, story.staff).text("/leaf");
        assertThat(leaf).contains(sha256(payload));
        assertThat(leaf).doesNotContain(sha256(payload.replaceAll(",\"salt\":\"[^\"]+\"", "")));
        assertThat(payload)
                .containsPattern("\"answers\":\\{\"items\":\\{.*\"salt\":\"[0-9a-f]{32}\"}");
    }

    private String payloadToldToThePerson(String eventId) {
        return story.evidence(story.self)
                .text("events.ndjson")
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(event -> event.path("eventId").asString().equals(eventId))
                .map(event -> event.path("payload").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void checkpoint_key_and_consistency_are_for_everybody() {
        long first = size(checkpoint());
        long position = story.held("2011-04-14T10:00:00Z", aGoal()).at("/position").asLong();
        String newer = checkpoint("?minPosition=" + position);
        long second = size(newer);

        assertThat(second).isGreaterThanOrEqualTo(position).isGreaterThan(first);
        assertThat(SignedNote.parse(newer).by(key())).isEqualTo(SignedNote.Verdict.SIGNED);
        Answer proof = consistency(first, second).found();
        assertThat(proof.at("/from").asLong()).isEqualTo(first);
        assertThat(
                        MerkleVerification.continues(
                                first,
                                hash(proof, "/fromRoot"),
                                second,
                                hash(proof, "/toRoot"),
                                hashes(proof.at("/path"))))
                .isTrue();
        assertThat(hash(proof, "/toRoot")).isEqualTo(Checkpoint.of(SignedNote.parse(newer)).root());
    }

    @Test
    void a_consistency_that_cannot_be_is_refused() {
        long size = size(checkpoint());
        consistency(size, size).found();
        consistency(0, size).found();
        consistency(2, 1).refused(400, "range.reversed /to");
        consistency(1, 1_000_000_000_000L).refused(400, "value.not-allowed /to");
        service.get(INTEGRITY + "/consistency?from=1", "").refused(400, "query.not-readable /to");
        service.get(INTEGRITY + "/consistency?from=a&to=1", "")
                .refused(400, "query.not-readable /from");
        service.get(INTEGRITY + "/checkpoint?size=1", "").refused(400, "query.unknown /size");
    }

    @Test
    void the_log_notes_its_heads_and_whoever_knows_the_note_may_prove_it() {
        story.held("2011-04-14T10:00:00Z", aGoal());
        String note =
                story.evidence(story.self)
                        .text("heads.json")
                        .replaceAll(".*\"proof\":\\{\"eventId\":\"([^\"]+)\".*\n", "$1");

        assertThat(proof(note, story.staff).found().text("/leaf"))
                .contains("\"stream\":\"log/heads\",\"type\":\"log.heads-noted\"");
    }

    private Answer proof(String eventId, String token, String... headers) {
        return service.get(INTEGRITY + "/events/" + eventId + "/proof", token, headers);
    }

    private Answer consistency(long from, long to) {
        return service.get(INTEGRITY + "/consistency?from=" + from + "&to=" + to, "");
    }

    private String checkpoint(String... query) {
        return service.get(INTEGRITY + "/checkpoint" + String.join("", query), "").found().asText();
    }

    private static long size(String checkpoint) {
        return Checkpoint.of(SignedNote.parse(checkpoint)).size();
    }

    private VerifierKey key() {
        return VerifierKey.parse(service.get(INTEGRITY + "/public-key", "").found().asText());
    }

    private static byte[] hash(Answer answer, String pointer) {
        return HexFormat.of().parseHex(answer.text(pointer));
    }

    private static List<byte[]> hashes(JsonNode list) {
        return list.valueStream().map(hash -> HexFormat.of().parseHex(hash.asString())).toList();
    }

    private static String eventId(Answer receipt) {
        return receipt.text("/events/0/eventId");
    }

    private static Body aGoal() {
        return Entries.goalVoiced(Story.id(), Map.of("text", "To sing in the choir."));
    }
}
