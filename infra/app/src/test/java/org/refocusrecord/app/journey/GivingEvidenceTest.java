package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.seal.Checkpoint;
import org.refocusrecord.eventlog.seal.SignedNote;
import org.refocusrecord.eventlog.seal.SignerKey;
import org.refocusrecord.query.evidence.EvidenceCheck;
import org.refocusrecord.query.evidence.Verdict;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Evidence of a case, given by the service and checked without it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GivingEvidenceTest {

    private static final List<String> PARTS =
            List.of(
                    "events.ndjson",
                    "proofs.ndjson",
                    "heads.json",
                    "checkpoint.txt",
                    "public-key.txt",
                    "disclosures.ndjson",
                    "care-plan.json");

    @TempDir Path folder;

    private final Story story = Story.begun();
    private final Service service = story.service;

    /** A case in which all has happened that can. */
    private void told() {
        story.post(EveryKind.session(story)).recorded();
        String goal = Story.id();
        Body voiced = Entries.goalVoiced(goal, Entries.verbatim("To sing in the choir."));
        story.held("2011-04-14T10:00:00Z", voiced, Entries.goalSet(goal, "Sing in the choir."));
        story.own("2011-05-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To be left in peace."))
                .recorded();
        story.command("corrections", Story.mark(voiced.text("entryId")), story.leader);
        story.correct(
                        Story.amendment(
                                voiced.text("entryId"),
                                voiced.with("helpWanted", "YES")
                                        .with("statement", Map.of("asBefore", true))))
                .status();
    }

    @Test
    void the_person_gets_all_of_it_and_it_is_sound() {
        told();
        EvidenceInHand evidence = story.evidence(story.self);

        Verdict verdict = evidence.verdict(folder);
        assertThat(verdict.findings()).isEmpty();
        assertThat(evidence.parts().keySet()).containsExactlyElementsOf(PARTS);
        assertThat(String.join("\n", verdict.told()))
                .contains("The care plan was folded again")
                .containsPattern(
                        "Texts disclosed as they were recorded: \\d+; not disclosed: \\d+\\.")
                .containsPattern(
                        "All of heads.json is proven but its zone \\(Europe/London\\).* the plan's"
                                + " knownAt .* are the server's word alone\\.");
        assertThat(evidence.lines("events.ndjson")).hasSize(story.told().size());
        assertThat(SecondVerifier.firstFault(evidence.parts(), key())).isEmpty();
        assertThat(EvidenceInHand.verify(evidence.in(folder))).isZero();
    }

    @Test
    void its_plan_is_the_one_that_the_service_shows() {
        told();
        JsonNode shown =
                JsonMapper.shared().readTree(story.evidence(story.self).text("care-plan.json"));
        String knownAt = shown.path("knownAt").asString();

        Answer plan = story.plan(story.self, "?knownAt=" + knownAt).found();

        assertThat(plan.body()).isEqualTo(shown);
    }

    @Test
    void an_auditor_with_a_purpose_gets_what_an_auditor_may_read() {
        told();
        EvidenceInHand evidence = story.evidence(story.auditor, "Purpose", "AUDIT");

        assertThat(evidence.verdict(folder).findings()).isEmpty();
        assertThat(evidence.text("disclosures.ndjson")).contains("To sing in the choir.");
        assertThat(SecondVerifier.firstFault(evidence.parts(), key())).isEmpty();
    }

    @Test
    void an_auditor_without_a_purpose_gets_no_text_and_no_answers() {
        told();
        story.own(
                        "2011-06-14T10:00:00Z",
                        Entries.briefInspire(Story.id(), Story.worker(story.worker)))
                .recorded();
        EvidenceInHand evidence = story.evidence(story.auditor);

        Verdict verdict = evidence.verdict(folder);
        assertThat(verdict.findings()).isEmpty();
        assertThat(evidence.text("disclosures.ndjson")).isEmpty();
        assertThat(evidence.text("events.ndjson"))
                .contains("\"payload\":null,\"withheld\":\"PURPOSE\"")
                .doesNotContain("\\\"B1\\\"");
        assertThat(String.join("\n", verdict.told()))
                .contains("Answers of ratings (2) are withheld");
    }

    @Test
    void it_is_for_the_person_and_for_auditors_of_the_trust() {
        for (String token : List.of(story.staff, story.leader, story.system, story.admin)) {
            service.get(story.evidencePath(), token).refused(403, "role.not-enough ");
        }
        Story elsewhere = Story.begun();
        for (String token : List.of(elsewhere.self, elsewhere.auditor)) {
            service.get(story.evidencePath(), token).refused(404, "case.unknown ");
        }
    }

    @Test
    void what_is_recorded_after_it_does_not_change_what_it_showed() {
        told();
        EvidenceInHand before = story.evidence(story.self);
        story.held("2011-07-14T10:00:00Z", Entries.goalVoiced(Story.id(), "Another one."));
        EvidenceInHand after = story.evidence(story.self);

        assertThat(after.lines("events.ndjson"))
                .hasSizeGreaterThan(before.lines("events.ndjson").size())
                .startsWith(before.lines("events.ndjson").toArray(String[]::new));
        assertThat(after.verdict(folder).findings()).isEmpty();
    }

    @Test
    void every_byte_of_an_event_that_is_changed_is_found() {
        story.held("2011-04-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        EvidenceInHand evidence = story.evidence(story.self);
        int from = evidence.lines("events.ndjson").getFirst().length() + 1;
        int to = evidence.bytes("events.ndjson").length;
        String key = key();
        // Each is changed and checked for itself, on as many processors as there are.
        assertThat(IntStream.range(from, to).parallel().filter(at -> passes(evidence, at, key)))
                .as("bytes whose change is not found")
                .isEmpty();
    }

    private boolean passes(EvidenceInHand evidence, int at, String key) {
        EvidenceInHand changed = evidence.flipped("events.ndjson", at, at % 7);
        return changed.isSound(folder) || SecondVerifier.firstFault(changed.parts(), key).isEmpty();
    }

    @Test
    void every_byte_of_the_other_parts_that_is_changed_is_found() {
        story.held("2011-04-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        EvidenceInHand evidence = story.evidence(story.self);
        for (String part :
                List.of("proofs.ndjson", "heads.json", "checkpoint.txt", "disclosures.ndjson")) {
            assertThat(
                            IntStream.range(0, evidence.bytes(part).length)
                                    .parallel()
                                    .filter(at ->
                                            evidence.flipped(part, at, at % 7).isSound(folder)))
                    .as("bytes of %s whose change is not found", part)
                    .isEmpty();
        }
    }

    @Test
    void every_byte_of_the_plan_that_is_changed_is_found_but_when_it_was_known_and_its_notices() {
        story.held("2011-04-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        EvidenceInHand evidence = story.evidence(story.self);
        String plan = new String(evidence.bytes("care-plan.json"), StandardCharsets.ISO_8859_1);
        // These rest on the server's word, and the document says so.
        Set<Integer> believed = new HashSet<>(within(plan, "\"knownAt\":\"", "\""));
        believed.addAll(within(plan, "\"notices\":[", "]"));

        assertThat(
                        IntStream.range(0, plan.length())
                                .parallel()
                                .filter(at -> !believed.contains(at))
                                .filter(at -> planPasses(evidence, at)))
                .as("bytes of the plan whose change is not found")
                .isEmpty();
    }

    private boolean planPasses(EvidenceInHand evidence, int at) {
        return evidence.flipped("care-plan.json", at, at % 7).isSound(folder)
                || evidence.flipped("care-plan.json", at, (at + 3) % 7).isSound(folder);
    }

    /** Where what begins so stands, as far as it goes. */
    private static List<Integer> within(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        assertThat(from).as(begin).isGreaterThanOrEqualTo(begin.length());
        return IntStream.range(from, text.indexOf(end, from)).boxed().toList();
    }

    @Test
    void every_byte_of_the_key_that_is_changed_is_found_with_the_log_s_key_and_without() {
        EvidenceInHand evidence = story.evidence(story.self);
        String key = key();
        String named = evidence.text("public-key.txt");
        assertThat(named).endsWith("\n");

        assertThat(
                        // The end of its line says nothing.
                        IntStream.range(0, named.length() - 1)
                                .filter(at -> {
                                    EvidenceInHand changed =
                                            evidence.flipped("public-key.txt", at, at % 7);
                                    return changed.isSound(folder, key)
                                            || changed.isSound(folder, null);
                                }))
                .as("bytes of the key whose change is not found")
                .isEmpty();
    }

    @Test
    void a_plan_that_was_altered_and_a_key_that_was_put_in_are_named() throws IOException {
        told();
        EvidenceInHand evidence = story.evidence(story.self);

        evidence.with("care-plan.json", evidence.text("care-plan.json").replace("SET", "VOICED"))
                .isFoundByTheProgram(
                        folder, key(), "the plan is not the one that the events make, at /goals");
        String other =
                SignerKey.of(
                                evidence.text("checkpoint.txt").lines().findFirst().orElseThrow(),
                                new byte[32])
                        .verifier()
                        .toString();
        evidence.with("public-key.txt", other + "\n")
                .isFoundByTheProgram(folder, key(), "the evidence names another key, " + other);
        evidence.with("public-key.txt", other + "\n")
                .isFoundByTheProgram(folder, null, "was signed by another key");
    }

    @Test
    void an_event_that_was_altered_is_named() {
        told();
        EvidenceInHand evidence = story.evidence(story.self);
        String eventId = id(evidence.lines("events.ndjson").get(2));

        evidence.withLines(
                        "events.ndjson",
                        lines -> {
                            lines.set(
                                    2, lines.get(2).replace("\"postedBy\":\"", "\"postedBy\":\"x"));
                            return lines;
                        })
                .isFound(
                        folder,
                        "event " + eventId + " (sequence 2) is not the one that was recorded");
    }

    @Test
    void an_event_that_was_taken_out_is_named() {
        told();
        EvidenceInHand evidence = story.evidence(story.self);
        String next = id(evidence.lines("events.ndjson").get(4));

        evidence.withRows(
                        rows -> {
                            rows.remove(3);
                            return rows;
                        })
                .isFound(folder, next, "stands where sequence 3 must");
    }

    @Test
    void two_events_that_were_swapped_are_named() {
        told();
        EvidenceInHand evidence = story.evidence(story.self);
        String third = id(evidence.lines("events.ndjson").get(3));

        evidence.withRows(
                        rows -> {
                            Collections.swap(rows, 2, 3);
                            return rows;
                        })
                .isFound(folder, third, "stands where sequence 2 must");
    }

    @Test
    void a_last_event_that_is_withheld_is_missed() {
        told();
        EvidenceInHand evidence = story.evidence(story.self);

        evidence.withRows(rows -> rows.subList(0, rows.size() - 1))
                .isFound(folder, "events are withheld");
    }

    @Test
    void evidence_that_stops_before_the_head_cannot_borrow_an_older_head() {
        told();
        EvidenceInHand before = story.evidence(story.self);
        story.held("2011-07-14T10:00:00Z", Entries.goalVoiced(Story.id(), "Another one."));
        EvidenceInHand after = story.evidence(story.self);

        after.with("heads.json", before.bytes("heads.json")).isFound(folder, "is later than");
    }

    @Test
    void a_checkpoint_of_another_key_is_found() {
        told();
        EvidenceInHand evidence = story.evidence(story.self);
        String note = evidence.text("checkpoint.txt");
        String name = note.lines().findFirst().orElseThrow();
        String forged =
                Checkpoint.of(SignedNote.parse(note)).signedBy(SignerKey.of(name, new byte[32]));

        evidence.with("checkpoint.txt", forged)
                .isFound(folder, "was signed by another key, " + name);
    }

    @Test
    void a_forger_who_brings_a_key_of_his_own_is_found_by_whoever_has_the_log_s_key()
            throws IOException {
        told();
        EvidenceInHand evidence = story.evidence(story.self);
        String note = evidence.text("checkpoint.txt");
        SignerKey own = SignerKey.of(note.lines().findFirst().orElseThrow(), new byte[32]);
        String forged = Checkpoint.of(SignedNote.parse(note)).signedBy(own);
        Path file =
                evidence.with("checkpoint.txt", forged)
                        .with("public-key.txt", own.verifier() + "\n")
                        .in(folder);
        Path key = Files.writeString(folder.resolve("log.key"), key());

        assertThat(EvidenceInHand.verify(file)).isZero();
        assertThat(EvidenceInHand.verify(file, "--key", key.toString())).isEqualTo(1);
    }

    @Test
    void an_old_checkpoint_is_found_by_whoever_has_kept_a_newer_one() throws IOException {
        told();
        Path old = story.evidence(story.self).in(folder);
        story.held("2011-07-14T10:00:00Z", Entries.goalVoiced(Story.id(), "Another one."));
        EvidenceInHand newer = story.evidence(story.self);
        Path kept = Files.write(folder.resolve("kept"), newer.bytes("checkpoint.txt"));

        assertThat(EvidenceInHand.verify(old)).isZero();
        assertThat(EvidenceInHand.verify(old, "--checkpoint", kept.toString())).isEqualTo(1);
    }

    @Test
    void whether_the_log_goes_on_from_a_kept_checkpoint_is_told_or_said_to_be_unknown()
            throws IOException {
        told();
        EvidenceInHand older = story.evidence(story.self);
        Path kept = Files.write(folder.resolve("kept"), older.bytes("checkpoint.txt"));
        story.held("2011-07-14T10:00:00Z", Entries.goalVoiced(Story.id(), "Another one."));
        EvidenceInHand newer = story.evidence(story.self);

        Verdict verdict = EvidenceCheck.of(newer.in(folder), null, Files.readString(kept));

        assertThat(verdict.isSound()).isTrue();
        assertThat(String.join("\n", verdict.told()))
                .containsAnyOf(
                        "The log goes on from the checkpoint", "/integrity/consistency?from=");
        assertThat(EvidenceInHand.verify(newer.in(folder), "--checkpoint", kept.toString()))
                .isZero();
    }

    @Test
    void a_text_that_was_never_said_and_a_plan_that_was_touched_up_are_found() {
        told();
        EvidenceInHand evidence = story.evidence(story.self);
        assertThat(
                        evidence.with(
                                        "disclosures.ndjson",
                                        evidence.text("disclosures.ndjson")
                                                .replace("To sing in", "To swim in"))
                                .verdict(folder)
                                .findings())
                .anyMatch(finding ->
                        finding.matches("text \\d+ of event .* is not the one that was recorded"));

        ObjectNode plan =
                (ObjectNode) JsonMapper.shared().readTree(evidence.text("care-plan.json"));
        plan.withArray("goals").remove(0);
        assertThat(evidence.with("care-plan.json", plan.toString()).verdict(folder).findings())
                .contains("the plan is not the one that the events make, at /goals");
    }

    @Test
    void a_text_that_is_shown_in_the_plan_and_not_disclosed_is_found() {
        told();
        EvidenceInHand evidence = story.evidence(story.self);

        assertThat(evidence.with("disclosures.ndjson", "").verdict(folder).findings())
                .anyMatch(finding ->
                        finding.contains("the plan is not the one that the events make"));
    }

    @Test
    void a_row_that_was_altered_in_the_database_is_named() throws Exception {
        told();
        String eventId = id(story.evidence(story.self).lines("events.ndjson").get(2));
        LogTampering.on(service.data())
                .execute(
                        "update refocus_log.event set posted_by = 'somebody' where event_id = '%s'"
                                .formatted(eventId));

        story.evidence(story.self)
                .isFound(
                        folder,
                        "event " + eventId + " (sequence 2) is not the one that was recorded");
    }

    @Test
    void a_row_that_was_altered_together_with_its_hash_is_named() throws Exception {
        told();
        String eventId = id(story.evidence(story.self).lines("events.ndjson").get(2));
        LogTampering.on(service.data())
                .execute(
                        "update refocus_log.event set posted_by = 'somebody', leaf_hash = sha256('other'::bytea) where event_id = '%s'"
                                .formatted(eventId));

        story.evidence(story.self).isFound(folder, "event " + eventId);
    }

    @Test
    void what_is_no_evidence_is_unreadable() throws IOException {
        told();
        EvidenceInHand evidence = story.evidence(story.self);
        Path file = folder.resolve("file");
        byte[] sound = evidence.zip();
        for (byte[] bytes :
                List.of(
                        new byte[0],
                        "no zip".getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(sound, sound.length / 2),
                        evidence.with("../../etc/passwd", "x").zip(),
                        evidence.with("notes.txt", "x").zip(),
                        evidence.with("events.ndjson", "").zip(),
                        evidence.with("events.ndjson", "{}\n").zip(),
                        evidence.with("checkpoint.txt", "x").zip(),
                        evidence.with("public-key.txt", "x").zip(),
                        evidence.with("heads.json", "[]").zip(),
                        twice(evidence))) {
            assertThat(EvidenceInHand.verify(Files.write(file, bytes))).isEqualTo(2);
        }
        assertThat(EvidenceInHand.verify(folder.resolve("nowhere"))).isEqualTo(2);
        for (String part : PARTS) {
            EvidenceInHand without = new EvidenceInHand(new LinkedHashMap<>(evidence.parts()));
            without.parts().remove(part);
            assertThat(EvidenceInHand.verify(without.in(folder))).isEqualTo(2);
        }
    }

    /** A zip with two files of one name, which no tool makes. */
    private static byte[] twice(EvidenceInHand evidence) {
        byte[] zip = evidence.with("heads-json", "{}").zip();
        String names = new String(zip, StandardCharsets.ISO_8859_1);
        return names.replace("heads-json", "heads.json").getBytes(StandardCharsets.ISO_8859_1);
    }

    private String key() {
        return service.get("/api/v1/integrity/public-key", "").found().asText();
    }

    private static String id(String line) {
        return JsonMapper.shared().readTree(line).path("eventId").asString();
    }
}
