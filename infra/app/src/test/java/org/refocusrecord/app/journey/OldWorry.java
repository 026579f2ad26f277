package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.eventlog.EventIds;
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

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What an earlier program recorded under a name and in a form that are no more ({@code
 * goal.worry-raised}, see {@link WorriesOfOldDays}): of a goal that the person has set, and in his
 * or her own words.
 */
final class OldWorry {

    static final String FEAR = "the stove was left on twice";
    static final String HELP = "a stove that turns itself off";
    private static final Instant THEN = Instant.parse("2011-03-20T10:00:00Z");

    final String goal = Story.id();
    final String entry = Story.id();
    private final Story story;

    OldWorry(Story story) {
        this.story = story;
    }

    /** Records it as that program did. */
    void recorded() {
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
}
