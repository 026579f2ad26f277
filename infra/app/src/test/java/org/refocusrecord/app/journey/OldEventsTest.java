package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Fact;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.snapshot.StateForm;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.json.Upcasters;
import org.refocusrecord.eventlog.keys.ContentMac;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;
import org.refocusrecord.eventlog.store.Append;
import org.refocusrecord.eventlog.store.AppendResult;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.Erasure;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.NewRow;
import org.refocusrecord.eventlog.store.RecordKeyRow;
import org.refocusrecord.eventlog.store.UsedKey;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.eventlog.words.WordsSeal;
import org.refocusrecord.events.EventId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * What an earlier program recorded under a name and in a form that are no more ({@code
 * goal.worry-raised}, see {@link WorriesOfOldDays}) is decided upon, shown, corrected and forgotten
 * like anything else.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OldEventsTest {

    private static final String FEAR = "the stove was left on twice";
    private static final String HELP = "a stove that turns itself off";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant THEN = Instant.parse("2011-03-20T10:00:00Z");

    private final Story story = Story.begun();
    private final String goal = Story.id();
    private final String entry = Story.id();

    private void recordedLongAgo() {
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(goal, "To cook again."));
        DataFolder folder = DataFolder.existing(story.service.data());
        LogStore store = new LogStore(DatabaseAccess.owner(EmbeddedDatabase.ownerUrl(folder)));
        String stream = "case/" + story.caseId;
        RecordKeyRow row = store.recordKeys(stream).getLast();
        RecordKey recordKey =
                RecordKey.unwrap(
                        Objects.requireNonNull(row.wrapped()),
                        new MasterKeyFile(folder.masterKey(), Randomness.secure()).open(true),
                        new RecordKeyName(row.id(), row.stream(), row.generation()));
        UUID command = UUID.randomUUID();
        EventId header = EventIds.next();
        EventId worry = EventIds.next();
        DataKey key = DataKey.draw(Randomness.secure());
        AppendResult result =
                store.append(
                        new Append(
                                command,
                                new ContentGuard(
                                        ContentMac.of(
                                                "{}".getBytes(UTF_8), recordKey, List.of(key)),
                                        row.id()),
                                stream,
                                store.nextSequence(stream),
                                null,
                                "an-earlier-system",
                                "SERVICE_USER/" + story.person,
                                List.of(
                                        new NewRow(
                                                header.value(),
                                                "own-entries.written",
                                                1,
                                                THEN,
                                                written(command).getBytes(UTF_8),
                                                null),
                                        new NewRow(
                                                worry.value(),
                                                "goal.worry-raised",
                                                1,
                                                THEN,
                                                worry(key, worry).getBytes(UTF_8),
                                                recordKey.wrap(key, worry, Randomness.secure()))),
                                new UsedKey(row.id(), row.generation(), null),
                                Erasure.NONE));
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
    }

    private String written(UUID command) {
        return """
        {"caseId":"%s","commandId":"%s","occurredAt":"2011-03-20T10:00:00.000000Z",\
        "recordedBy":{"id":"%s","party":"SERVICE_USER"}}\
        """
                .formatted(story.caseId, command, story.person);
    }

    private String worry(DataKey key, EventId event) {
        return """
        {"about":"danger","by":{"id":"%1$s","party":"SERVICE_USER"},"entryId":"%2$s","fear":%3$s,\
        "goalId":"%4$s","help":%5$s,"kind":"GOAL_WORRY"}\
        """
                .formatted(
                        story.person,
                        entry,
                        words(key, event, 0, FEAR),
                        goal,
                        words(key, event, 1, HELP));
    }

    private String words(DataKey key, EventId event, int n, String text) {
        SealedText sealed = WordsSeal.seal(key, event, n, text, Randomness.secure());
        return """
        {"c":"%s","d":"%s","n":%d,"sharing":"TEAM","statedBy":{"id":"%s","party":"SERVICE_USER"},\
        "wording":"PARAPHRASE"}\
        """
                .formatted(sealed.c(), sealed.d(), n, story.person);
    }

    /** The concern as the plan has it. */
    private JsonNode concern() {
        return story.plan(story.staff, "").found().at("/goals/0/concerns/0");
    }

    @Test
    void it_is_shown_in_the_present_form() {
        recordedLongAgo();

        assertThat(concern().path("concern").asString()).isEqualTo("RISK");
        assertThat(concern().at("/words/text").asString()).isEqualTo(FEAR);
        assertThat(concern().at("/whatWouldHelp/text").asString()).isEqualTo(HELP);
        JsonNode shown = story.events(story.staff).found().at("/events/4");
        assertThat(shown.path("type").asString()).isEqualTo("goal.concern-raised");
        assertThat(shown.at("/payload/kind").asString()).isEqualTo("GOAL_CONCERN");
        assertThat(shown.at("/payload/words/text").asString()).isEqualTo(FEAR);
    }

    @Test
    void it_is_decided_upon_and_a_text_of_it_stays_as_before() {
        recordedLongAgo();
        Body amended =
                Body.of(
                        "entryId", entry,
                        "kind", "GOAL_CONCERN",
                        "goalId", goal,
                        "by", "SERVICE_USER",
                        "concern", "MOTIVATION",
                        "words", Map.of("asBefore", true),
                        "whatWouldHelp", "company at the stove");
        story.correct(
                        Story.amendment(entry, amended)
                                .with("confirmedBy", Story.party("SERVICE_USER", story.person)))
                .recorded();

        assertThat(concern().path("concern").asString()).isEqualTo("MOTIVATION");
        assertThat(concern().at("/words/text").asString()).isEqualTo(FEAR);
        assertThat(concern().at("/whatWouldHelp/text").asString())
                .isEqualTo("company at the stove");
        story.post(
                        story.session(
                                "2011-03-21T10:00:00Z",
                                Entries.entry(
                                                "GOAL_CONCERN",
                                                "goalId",
                                                goal,
                                                "by",
                                                "STAFF",
                                                "concern",
                                                "RISK")
                                        .with("entryId", entry)))
                .refused(409, "id.taken /entries/0/entryId");
    }

    @Test
    void a_snapshot_has_it_in_the_present_form() throws Exception {
        recordedLongAgo();
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

        Fact worry = Objects.requireNonNull(state.byId().get(UUID.fromString(entry)));
        assertThat(worry.first().type()).isEqualTo("goal.concern-raised");
        assertThat(worry.first().texts())
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
        recordedLongAgo();
        Body erasure =
                Body.of(
                        "commandId", Story.id(),
                        "scope", "ENTRY",
                        "target", entry,
                        "grounds", "CONFIDENCE_WITHDRAWN",
                        "authority", "IG-2");
        story.command("erasures", erasure, story.admin).recorded();
        String second =
                story.service.token(
                        TokenRequest.of(Role.ADMIN).trust(story.trust).subject("second"));
        story.command(
                        "erasures/" + erasure.text("commandId") + "/approval",
                        Body.of("commandId", Story.id()),
                        second)
                .recorded();

        assertThat(concern().at("/words/withheld").asString()).isEqualTo("ERASED");
        assertThat(concern().at("/whatWouldHelp/withheld").asString()).isEqualTo("ERASED");
        assertThat(concern().path("concern").asString()).isEqualTo("RISK");
    }
}
