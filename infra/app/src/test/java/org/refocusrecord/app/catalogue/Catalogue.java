package org.refocusrecord.app.catalogue;

import org.refocusrecord.events.log.HeadsNoted;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The catalogue of all events as one page of Markdown. */
final class Catalogue {

    private static final String HEAD =
            """
            # Events

            Everything that can be recorded, by kind of stream. **This page is generated** from the records \
            in `events`, the frozen examples beside them and the class files of the query side; a test fails when it \
            is stale. To write it anew:

            ```
            mvn -pl infra/app -am test -Dtest=CatalogueTest -Dsurefire.failIfNoSpecifiedTests=false -Dcatalogue=write
            ```

            A stored name belongs to a kind of stream and is never used for anything else; corrections are named \
            alike in all three. A payload holds the members below and no others, in canonical JSON; a member that is \
            absent is left out. The limits are those of the doors. How Words, persons, answers and moments are \
            stored, and how to check them: [stored forms](stored-forms.md). Words are in bold.

            *Named by* lists the packages of the query side whose code names the event; a package may name one only \
            to pass it by.
            """;

    private static final Map<String, String> TITLES =
            Map.ofEntries(
                    Map.entry("session", "Meetings"),
                    Map.entry("workingpractice", "Working practices, and what the person told"),
                    Map.entry("goal", "Goals and steps"),
                    Map.entry("careaction", "Care actions outside any goal"),
                    Map.entry("coaching", "Coaching"),
                    Map.entry("rating", "Ratings, measures and experiences"),
                    Map.entry("casefile", "The case itself"),
                    Map.entry("correction", "What is said about something recorded"),
                    Map.entry("team", "The team"),
                    Map.entry("study", "The study"),
                    Map.entry("log", "The log"));

    private final Doors doors = new Doors();
    private final Readers readers = new Readers();
    private final Fields fields = new Fields();
    private final StringBuilder overview = new StringBuilder();
    private final StringBuilder details = new StringBuilder();

    static String text() {
        Catalogue catalogue = new Catalogue();
        for (Vocabulary vocabulary :
                List.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY, Vocabulary.LOG)) {
            catalogue.stream(vocabulary);
        }
        return HEAD
                + catalogue.overview
                + catalogue.details
                + "\n## Parts of events\n"
                + catalogue.fields.parts()
                + "\n## Codes\n\n"
                + catalogue.fields.codes()
                + Questionnaires.text();
    }

    private void stream(Vocabulary vocabulary) {
        String stream =
                vocabulary == Vocabulary.LOG ? HeadsNoted.STREAM : vocabulary.stream() + "/<id>";
        overview.append("\n## Stream `%s`\n".formatted(stream));
        details.append("\n## Members of the stream `%s`\n".formatted(stream));
        families(vocabulary)
                .forEach((family, events) -> {
                    String title = Objects.requireNonNull(TITLES.get(family), family);
                    overview.append("\n### " + title + "\n\n");
                    overview.append("| event | r | meaning | named by |\n|---|---|---|---|\n");
                    events.forEach(shape -> event(vocabulary, shape));
                });
    }

    private static Map<String, List<EventShape>> families(Vocabulary vocabulary) {
        Map<String, List<EventShape>> families = new LinkedHashMap<>();
        for (EventShape shape : vocabulary.events()) {
            String name = shape.type().getPackageName();
            families.computeIfAbsent(
                            name.substring(name.lastIndexOf('.') + 1), family -> new ArrayList<>())
                    .add(shape);
        }
        return families;
    }

    private void event(Vocabulary vocabulary, EventShape shape) {
        String name = shape.name().name();
        String anchor = vocabulary.stream() + "-" + name;
        overview.append(
                "| [`%s`](#%s) | %d | %s | %s |\n"
                        .formatted(
                                name,
                                anchor,
                                shape.name().revision(),
                                shape.name().meaning(),
                                list(readers.of(shape.type()))));
        details.append(
                "\n<a id=\"%s\"></a>\n### %s, revision %d\n\n%s\n\n"
                        .formatted(anchor, name, shape.name().revision(), shape.name().meaning()));
        details.append(doors.of(shape)).append("\n\n").append(fields.of(shape));
        details.append(example(Example.of(vocabulary, shape)));
    }

    private static String list(SortedSet<String> packages) {
        return packages.stream().map(view -> "`" + view + "`").collect(Collectors.joining(" "));
    }

    private static String example(Example example) {
        String texts =
                example.texts().isEmpty()
                        ? ""
                        : "\nIts texts: " + String.join(" · ", example.texts()) + "\n";
        String posted =
                example.posted() == null
                        ? ""
                        : "\nAs posted:\n\n```json\n%s\n```\n".formatted(example.posted());
        return "\n<details><summary>Example (<a href=\"../%s\">whole</a>)</summary>\n\n```json\n%s\n```\n%s%s\n</details>\n"
                .formatted(example.file(), example.payload(), texts, posted);
    }
}
