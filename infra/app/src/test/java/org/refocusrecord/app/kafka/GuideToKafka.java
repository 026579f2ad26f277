package org.refocusrecord.app.kafka;

import org.refocusrecord.app.catalogue.Project;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/kafka.md} shows. */
public final class GuideToKafka {

    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);

    private GuideToKafka() {}

    /** Its examples in a language, in order; without one: in none. */
    public static List<String> examples(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Project.file("docs/kafka.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The one example in a language that has this in it. */
    public static String example(String language, String within) throws IOException {
        return examples(language).stream()
                .filter(example -> example.contains(within))
                .reduce((_, _) -> {
                    throw new IllegalStateException("several have " + within);
                })
                .orElseThrow();
    }

    /** What a line of shell exports, without its quotes. */
    static Matcher exports(String shell) {
        return Pattern.compile("export (\\w+)='?([^'\\n]*)'?").matcher(shell);
    }
}
