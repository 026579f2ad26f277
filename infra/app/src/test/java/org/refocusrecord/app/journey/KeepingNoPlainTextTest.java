package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people say is in no file of the data folder that can be read without a key. What was
 * acknowledged stands in the database's own log on disk, whatever its tables hold by then.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingNoPlainTextTest {

    private static final int CHUNK = 4 << 20;
    private static final int LONGEST = 200;

    private static final List<String> PLANTED =
            List.of(
                    "a heron over the canal counts seven lanterns",
                    "nine violets behind the laundrette door",
                    "the ferryman sells umbrellas in October",
                    "eleven kites tied to the chapel railing",
                    "a plum cake cooling beside the tramline",
                    "three blue kettles whistle in the orchard",
                    "grandmother's accordion under the stairs",
                    "snow on the allotment shed in April",
                    "a borrowed bicycle with a wicker basket",
                    "forty paper boats below the weir",
                    "the lighthouse keeper learns to knit",
                    "a marble that rolled into the organ pipes");

    private static final String PLAIN = "Team of the quince and the copper weathervane";

    private final Story story = Story.begun();

    @Test
    void no_planted_sentence_is_found() throws IOException {
        story.service
                .post("/api/v1/teams", story.teamBody(Story.id()).with("name", PLAIN), story.admin)
                .recorded();
        planted();
        refusedToo();

        List<byte[]> sought = new ArrayList<>();
        PLANTED.forEach(sentence -> sought.addAll(forms(sentence)));
        assertThat(filesWith(forms(PLAIN)))
                .as("what is plain, as the names of teams are, is found by this search")
                .isNotEmpty();
        assertThat(filesWith(sought)).isEmpty();
        assertThat(story.events(story.self).found().asText())
                .as("and yet it is there for whoever may read it")
                .contains(PLANTED);
    }

    /** Each in an entry or command of its own: a row that is large would be compressed. */
    private void planted() {
        String goal = Story.id();
        Body set = Entries.goalSet(goal, PLANTED.get(0));
        Body session =
                story.session("2011-03-14T10:00:00Z", set)
                        .with("lateReason", PLANTED.get(1))
                        .with(
                                "participants",
                                List.of(
                                        Map.of("party", "SERVICE_USER"),
                                        Story.worker(story.worker),
                                        Map.of(
                                                "party", "CARER",
                                                "id", Story.id(),
                                                "relation", PLANTED.get(2))));
        story.post(session).recorded();
        story.held("2011-03-15T10:00:00Z", Entries.valueTold(Story.id(), PLANTED.get(3)));
        story.held(
                "2011-03-16T10:00:00Z",
                Entries.stepPlanned(goal, Story.id(), "STAFF").with("description", PLANTED.get(4)),
                Entries.entry(
                        "GOAL_STATUS",
                        "goalId",
                        goal,
                        "status",
                        "ON_HOLD",
                        "decidedBy",
                        List.of("STAFF"),
                        "reason",
                        PLANTED.get(5)));
        story.own(
                        "2011-03-17T10:00:00Z",
                        Entries.entry("ACCOUNT", "words", PLANTED.get(6)),
                        Entries.goalVoiced(
                                Story.id(),
                                Map.of("text", PLANTED.get(7), "sharing", "PERSON_ONLY")))
                .recorded();
        commands(set);
    }

    private void commands(Body set) {
        story.correct(
                        Story.amendment(set.text("entryId"), set.with("statement", PLANTED.get(8)))
                                .with("reason", PLANTED.get(9)))
                .recorded();
        Body disagreement =
                Body.of(
                        "commandId", Story.id(),
                        "target", set.text("entryId"),
                        "party", "SERVICE_USER",
                        "words", PLANTED.get(10));
        story.command("disagreements", disagreement, story.self).recorded();
        Body reply =
                Body.of(
                        "commandId", Story.id(),
                        "party", Story.worker(story.worker),
                        "words", PLANTED.get(11));
        story.command(
                        "disagreements/" + disagreement.text("commandId") + "/replies",
                        reply,
                        story.staff)
                .recorded();
    }

    /** What is refused leaves nothing in a log file either. */
    private void refusedToo() {
        for (String sentence : PLANTED) {
            story.post(story.session("2011-03-14", Entries.goalVoiced(sentence, sentence)))
                    .hasStatus(400);
            story.post(
                            story.session(
                                    "2011-03-14T10:00:00Z",
                                    Entries.stepPlanned(Story.id(), Story.id(), "STAFF")
                                            .with("description", sentence)))
                    .hasStatus(422);
        }
    }

    private static List<byte[]> forms(String sentence) {
        return Stream.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)
                .map(charset -> bytes(sentence, charset))
                .toList();
    }

    private static byte[] bytes(String sentence, Charset charset) {
        return sentence.getBytes(charset);
    }

    private List<Path> filesWith(List<byte[]> sought) throws IOException {
        List<String> needles =
                sought.stream()
                        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .toList();
        List<Path> holding = new ArrayList<>();
        Files.walkFileTree(
                story.service.data(),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && holds(file, needles)) {
                            holding.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException unreadable)
                            throws IOException {
                        return removedMeanwhile(file, unreadable);
                    }
                });
        return holding;
    }

    /** The database goes on working, and removes files of its own log. */
    private static FileVisitResult removedMeanwhile(Path file, IOException unreadable)
            throws IOException {
        if (unreadable instanceof NoSuchFileException && Files.notExists(file)) {
            return FileVisitResult.CONTINUE;
        }
        throw unreadable;
    }

    private static boolean holds(Path file, List<String> needles) {
        try (InputStream in = Files.newInputStream(file)) {
            String before = "";
            for (byte[] read = in.readNBytes(CHUNK); read.length > 0; read = in.readNBytes(CHUNK)) {
                String text = before + new String(read, StandardCharsets.ISO_8859_1);
                if (needles.stream().anyMatch(text::contains)) {
                    return true;
                }
                before = text.substring(Math.max(0, text.length() - LONGEST));
            }
            return false;
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
