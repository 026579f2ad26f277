package org.refocusrecord.app.readme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.app.catalogue.Project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each rule of the guide to history names tests that show it, and these are there. */
class ProvingTheRulesOfHistoryTest {

    private static final Pattern RULE =
            Pattern.compile("^\\| ([A-Z].*\\.) \\| (`.*`) \\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void every_rule_is_shown_by_tests_that_there_are() throws IOException {
        String guide = Files.readString(Project.file("docs/history.md"));
        Map<String, String> tests = tests();
        List<MatchResult> rules = RULE.matcher(guide).results().toList();
        assertThat(rules).hasSizeGreaterThanOrEqualTo(20);
        for (MatchResult rule : rules) {
            List<MatchResult> named = NAMED.matcher(rule.group(2)).results().toList();
            assertThat(named).as(rule.group(1)).isNotEmpty();
            for (MatchResult test : named) {
                assertThat(tests.getOrDefault(test.group(1), ""))
                        .as(rule.group(1))
                        .contains("void " + test.group(2) + "()");
            }
        }
    }

    /** The tests of all modules, by their names; two of one name together. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        for (String module :
                List.of("command-side", "query-side", "infra/event-log", "infra/app")) {
            try (Stream<Path> files = Files.walk(Project.file(module).resolve("src/test/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    tests.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }
}
