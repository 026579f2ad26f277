package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Fact;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.snapshot.StateForm;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.json.Upcasters;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogStore;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * What an earlier program recorded ({@link OldWorry}) is decided upon, shown, proven, corrected and
 * forgotten like anything else.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OldEventsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @TempDir Path folder;

    private final Story story = Story.begun();
    private final OldWorry worry = new OldWorry(story);

    /** The concern as the plan has it. */
    private JsonNode concern() {
        return story.plan(story.staff, "").found().at("/goals/0/concerns/0");
    }

    @Test
    void it_is_shown_in_the_present_form() {
        worry.recorded();

        assertThat(concern().path("concern").asString()).isEqualTo("RISK");
        assertThat(concern().at("/words/text").asString()).isEqualTo(OldWorry.FEAR);
        assertThat(concern().at("/whatWouldHelp/text").asString()).isEqualTo(OldWorry.HELP);
    }

    @Test
    void event_by_event_it_is_shown_as_it_is_stored_but_for_its_words() {
        worry.recorded();

        JsonNode shown = story.events(story.staff).found().at("/events/4");
        assertThat(shown.path("type").asString()).isEqualTo("goal.worry-raised");
        assertThat(shown.path("revision").asInt()).isEqualTo(1);
        JsonNode payload = shown.path("payload");
        assertThat(payload.propertyNames())
                .containsExactly("about", "by", "entryId", "fear", "goalId", "help", "kind");
        assertThat(payload.path("about").asString()).isEqualTo("danger");
        assertThat(payload.at("/by/id").asString()).isEqualTo(story.person);
        assertThat(payload.at("/fear/text").asString()).isEqualTo(OldWorry.FEAR);
        assertThat(payload.at("/help/text").asString()).isEqualTo(OldWorry.HELP);
        assertThat(payload.path("fear").propertyNames())
                .containsExactly("text", "statedBy", "wording", "sharing");
        assertThat(story.events(story.auditor).found().at("/events/4/payload/fear").toString())
                .contains("\"withheld\":\"PURPOSE\"")
                .doesNotContain(OldWorry.FEAR);
        String line =
                story.events(story.staff, "Accept", "application/x-ndjson")
                        .hasStatus(200)
                        .asText()
                        .lines()
                        .toList()
                        .get(4);
        assertThat(line).isEqualTo(shown.toString());
    }

    @Test
    void evidence_of_it_is_sound_and_has_it_as_it_is_stored() {
        worry.recorded();
        EvidenceInHand evidence = story.evidence(story.self);

        assertThat(evidence.verdict(folder).findings()).isEmpty();
        assertThat(EvidenceInHand.verify(evidence.in(folder))).isZero();
        assertThat(SecondVerifier.firstFault(evidence.parts(), evidence.text("public-key.txt")))
                .isEmpty();
        assertThat(evidence.lines("events.ndjson").get(4))
                .contains("goal.worry-raised")
                .contains("\\\"about\\\":\\\"danger\\\"");
        assertThat(evidence.text("care-plan.json")).contains("RISK").contains(OldWorry.FEAR);
    }

    @Test
    void it_is_decided_upon_and_a_text_of_it_stays_as_before() {
        worry.recorded();
        Body amended =
                Body.of(
                        "entryId", worry.entry,
                        "kind", "GOAL_CONCERN",
                        "goalId", worry.goal,
                        "by", "SERVICE_USER",
                        "concern", "MOTIVATION",
                        "words", Map.of("asBefore", true),
                        "whatWouldHelp", "company at the stove");
        story.correct(
                        Story.amendment(worry.entry, amended)
                                .with("confirmedBy", Story.party("SERVICE_USER", story.person)))
                .recorded();

        assertThat(concern().path("concern").asString()).isEqualTo("MOTIVATION");
        assertThat(concern().at("/words/text").asString()).isEqualTo(OldWorry.FEAR);
        assertThat(concern().at("/whatWouldHelp/text").asString())
                .isEqualTo("company at the stove");
        story.post(
                        story.session(
                                "2011-03-21T10:00:00Z",
                                Entries.entry(
                                                "GOAL_CONCERN",
                                                "goalId",
                                                worry.goal,
                                                "by",
                                                "STAFF",
                                                "concern",
                                                "RISK")
                                        .with("entryId", worry.entry)))
                .refused(409, "id.taken /entries/0/entryId");
    }

    @Test
    void a_snapshot_has_it_in_the_present_form() throws Exception {
        worry.recorded();
        for (int meeting = 0; meeting < 4; meeting++) {
            story.held(
                    "2011-03-22T10:00:00Z",
                    IntStream.range(0, 60)
                            .mapToObj(_ -> Entries.goalVoiced(Story.id(), "To sing."))
                            .toArray());
        }
        String stream = "case/" + story.caseId;
        EventLog log = log();
        StateForm<CaseState> form = StateDoor.caseForm(LONDON, Upcasters.installed());
        byte[] kept = kept(log, stream, form);

        CaseState state = form.read(kept);

        Fact fact = Objects.requireNonNull(state.byId().get(UUID.fromString(worry.entry)));
        assertThat(fact.first().type()).isEqualTo("goal.concern-raised");
        assertThat(fact.first().texts())
                .extracting(text -> text.path() + " " + text.n())
                .containsExactlyInAnyOrder("/words 0", "/whatWouldHelp 1");
        // Who decides on it decides as if every event had been read.
        Executor nowhere = _ -> {};
        assertThat(
                        new StateDoor(log, LONDON, 0, Upcasters.installed(), nowhere)
                                .cases()
                                .atHead(stream))
                .isEqualTo(
                        new StateDoor(log, LONDON, 0, Upcasters.NONE, nowhere)
                                .cases()
                                .atHead(stream));
        // A program that reads old events otherwise, or not at all, goes on from none of this.
        byte[] others = StateDoor.caseForm(LONDON, Upcasters.NONE).fingerprint();
        assertThat(log.snapshots().find(stream, others)).isEmpty();
    }

    private EventLog log() {
        DataFolder folder = DataFolder.existing(story.service.data());
        return new EventLog(
                new LogStore(DatabaseAccess.owner(EmbeddedDatabase.ownerUrl(folder))),
                new MasterKeyFile(folder.masterKey(), Randomness.secure()).open(true),
                Randomness.secure());
    }

    /** The server writes it when it has leisure. */
    private static byte[] kept(EventLog log, String stream, StateForm<CaseState> form)
            throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            Optional<byte[]> found = log.snapshots().find(stream, form.fingerprint());
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no snapshot was written");
    }

    @Test
    void its_words_are_forgotten_like_any_other() {
        worry.recorded();
        new Erasing(story).erased(Erasing.ofEntry(worry.entry));

        assertThat(concern().at("/words/withheld").asString()).isEqualTo("ERASED");
        assertThat(concern().at("/whatWouldHelp/withheld").asString()).isEqualTo("ERASED");
        assertThat(concern().path("concern").asString()).isEqualTo("RISK");
    }
}
