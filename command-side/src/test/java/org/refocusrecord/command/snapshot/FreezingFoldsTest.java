package org.refocusrecord.command.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.casefile.CaseRecord;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Recorded;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.study.Studies;
import org.refocusrecord.command.study.StudyState;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.command.team.Teams;
import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.Upcasters;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamEvent;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each fold makes of the frozen example of each event, after the event that begins the stream,
 * and of all of them in a row. (Whole histories of cases: {@code FreezingHistoriesTest}.) A
 * snapshot that an earlier program made is gone on from only while folds make the same; so whoever
 * changes one raises its number in {@link StateDoor}, and freezes a file of that number.
 */
class FreezingFoldsTest {

    private static final Path CONTRACTS = Path.of("../events/src/test/resources/contracts");
    private static final Path FROZEN = Path.of("src/test/resources/folds");
    private static final JsonMapper JSON = new JsonMapper();

    private final PayloadReader reader = new PayloadReader(Upcasters.NONE);

    private interface Folding {
        byte[] bytes(List<Event> events);
    }

    @Test
    void of_cases() throws Exception {
        StateForm<CaseState> form = StateDoor.caseForm(Cast.LONDON, Upcasters.NONE);
        frozen(
                "case-" + StateDoor.CASE_FOLD,
                "case.opened.v1.json",
                events -> {
                    CaseState state = CaseState.EMPTY;
                    for (int sequence = 0; sequence < events.size(); sequence++) {
                        state =
                                CaseRecord.evolve(
                                        state,
                                        new Recorded(
                                                (CaseEvent) events.get(sequence),
                                                Cast.event(sequence),
                                                sequence,
                                                Cast.THEN,
                                                new CommandId(new UUID(0, sequence)),
                                                "system",
                                                Cast.WORKER,
                                                Cast.LONDON));
                    }
                    return again(form, state);
                });
    }

    @Test
    void of_teams() throws Exception {
        StateForm<TeamState> form = StateDoor.teamForm(Upcasters.NONE);
        frozen(
                "team-" + StateDoor.TEAM_FOLD,
                "team.registered.v1.json",
                events -> {
                    TeamState state = TeamState.EMPTY;
                    for (int sequence = 0; sequence < events.size(); sequence++) {
                        state =
                                Teams.evolve(
                                        state,
                                        (TeamEvent) events.get(sequence),
                                        Cast.event(sequence),
                                        "system",
                                        Cast.WORKER);
                    }
                    return again(form, state);
                });
    }

    @Test
    void of_studies() throws Exception {
        StateForm<StudyState> form = StateDoor.studyForm(Upcasters.NONE);
        frozen(
                "study-" + StateDoor.STUDY_FOLD,
                "study.registered.v1.json",
                events -> {
                    StudyState state = StudyState.EMPTY;
                    for (int sequence = 0; sequence < events.size(); sequence++) {
                        state =
                                Studies.evolve(
                                        state,
                                        (StudyEvent) events.get(sequence),
                                        Cast.event(sequence),
                                        "system",
                                        Cast.WORKER);
                    }
                    return again(form, state);
                });
    }

    /** What is frozen can be read, too. */
    private static <S> byte[] again(StateForm<S> form, S state) {
        byte[] bytes = form.write(state);
        try {
            assertThat(form.read(bytes)).isEqualTo(state);
        } catch (SnapshotUnreadable unreadable) {
            throw new AssertionError(unreadable);
        }
        return bytes;
    }

    private void frozen(String name, String first, Folding fold) throws Exception {
        Path contracts = CONTRACTS.resolve(name.substring(0, name.indexOf('-')));
        Event begins = event(contracts.resolve(first));
        Map<String, String> made = new TreeMap<>();
        List<Event> all = new ArrayList<>(List.of(begins));
        try (Stream<Path> files = Files.list(contracts).sorted()) {
            for (Path file : files.toList()) {
                Event event = event(file);
                all.add(event);
                made.put(file.getFileName().toString(), sha256(fold.bytes(List.of(begins, event))));
            }
        }
        made.put("all of them", sha256(fold.bytes(all)));
        String told =
                made.entrySet().stream()
                        .map(line -> line.getValue() + "  " + line.getKey() + "\n")
                        .collect(Collectors.joining());
        Path frozen = FROZEN.resolve(name + ".sha256");
        assertThat(told)
                .as("a fold that makes another state has another number")
                .isEqualTo(Files.exists(frozen) ? Files.readString(frozen) : "");
    }

    private Event event(Path file) throws IOException {
        JsonNode contract = JSON.readTree(Files.readString(file));
        return reader.read(
                contract.path("stream").asString(),
                contract.path("type").asString(),
                contract.path("revision").asInt(),
                EventId.of(contract.path("eventId").asString()),
                contract.path("payload").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
