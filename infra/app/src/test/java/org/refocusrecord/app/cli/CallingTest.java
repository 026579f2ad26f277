package org.refocusrecord.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.faults.Console;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

class CallingTest {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final String ID = "57aff000-0000-4000-8000-000000000001";

    @TempDir private Path temporary;
    private final StringWriter result = new StringWriter();
    private final StringWriter said = new StringWriter();

    @Test
    void help_lists_what_works() {
        assertThat(call("--help")).isZero();
        assertThat(result.toString()).contains("up", "down", "db-url", "token", "verify");
    }

    @Test
    void of_every_call_the_list_says_a_whole_sentence() {
        assertThat(call("--help")).isZero();
        assertThat(call("keys", "--help")).isZero();
        String[] lists = result.toString().split("Commands:\\R", -1);
        assertThat(lists).hasSize(3);
        for (int list = 1; list < lists.length; list++) {
            String calls = lists[list].split("Usage:", 2)[0].replaceAll("\\R {4,}", " ");
            assertThat(calls.lines().filter(line -> !line.isBlank()))
                    .allSatisfy(line -> assertThat(line).endsWith("."));
        }
    }

    @Test
    void a_token_that_lacks_something_is_made_with_a_word_about_what_cannot_be_done() {
        DataFolder.at(temporary).prepare();
        for (String[] lacking :
                new String[][] {
                    {"SERVICE_USER", "--service-user", "record and read no case as"},
                    {"WORKER", "--worker", "record and read no case as"},
                    {"TEAM_LEADER", "--team", "record nothing of a team, as"},
                    {"RESEARCHER", "--study", "publish no definition, and read no team's"},
                    {"AUDITOR", "--trust", "read no case, and of a team neither notices nor"},
                    {"CLINICAL_SYSTEM", "--trust", "record nothing as"}
                }) {
            String token =
                    Console.saidBy(() ->
                            assertThat(
                                            call(
                                                    "token",
                                                    "--role",
                                                    lacking[0],
                                                    "--data",
                                                    temporary.toString()))
                                    .isZero());
            assertThat(token).contains("eyJ").doesNotContain("without");
            assertThat(said.toString().lines())
                    .last()
                    .asString()
                    .startsWith("refocus: without %s a token can ".formatted(lacking[1]))
                    .contains(lacking[2])
                    .endsWith(" as %s.".formatted(lacking[0]));
        }
        said.getBuffer().setLength(0);
        assertThat(call("token", "--role", "ADMIN", "--data", temporary.toString())).isZero();
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void the_version_is_told() {
        assertThat(call("--version")).isZero();
        assertThat(result.toString()).startsWith("Refocus Record ");
    }

    @Test
    void no_call_and_a_call_that_is_unknown_are_wrong_use() {
        assertThat(call()).isEqualTo(2);
        assertThat(call("upp")).isEqualTo(2);
        assertThat(said.toString()).contains("Did you mean: ./refocus up?");
    }

    @Test
    void a_port_that_is_none_is_wrong_use() {
        assertThat(call("up", "--port", "high")).isEqualTo(2);
        assertThat(call("up", "--port", "65536")).isEqualTo(2);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void without_data_nothing_can_be_asked() {
        for (String name : new String[] {"down", "db-url"}) {
            assertThat(call(name, "--data", temporary.toString())).isEqualTo(2);
        }
        assertThat(call("token", "--role", "ADMIN", "--data", temporary.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("refocus up").doesNotContain("\tat ");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_role_that_is_none_is_wrong_use_and_the_roles_are_named() {
        assertThat(call("token", "--role", "DOCTOR")).isEqualTo(2);
        assertThat(said.toString()).contains("CLINICAL_SYSTEM");
    }

    @Test
    void an_id_that_the_api_would_not_take_is_in_no_token() {
        for (String option : new String[] {"--team", "--worker", "--service-user", "--study"}) {
            for (String id : new String[] {"17", "1-1-1-1-1", NIL, ID.toUpperCase(Locale.ROOT)}) {
                assertThat(call("token", "--role", "WORKER", option, id)).isEqualTo(2);
            }
        }
        assertThat(said.toString()).contains("'17' is no UUID in lower case");
        assertThat(said.toString()).doesNotContain("Exception");
    }

    @Test
    void an_account_or_a_trust_that_no_server_would_take_is_named_with_its_option() {
        assertThat(call("token", "--role", "ADMIN", "--subject", "a b")).isEqualTo(2);
        assertThat(call("token", "--role", "ADMIN", "--subject", "kafka:a")).isEqualTo(2);
        assertThat(call("token", "--role", "ADMIN", "--trust", "a b")).isEqualTo(2);
        assertThat(call("import", "any.ndjson", "--trust", "a b")).isEqualTo(2);
        assertThat(said.toString())
                .contains("'--subject': 'a b' is no account: that is 1 to 100 of A-Z")
                .contains("'kafka:a' is no account")
                .contains("'--trust': 'a b' is no code of a trust: that is 1 to 40 of A-Z")
                .contains("refocus import --help")
                .doesNotContain("Exception");
    }

    @Test
    void evidence_a_key_or_a_checkpoint_that_is_not_there_is_told_as_that() {
        Path nowhere = temporary.resolve("nofile");
        assertThat(call("audit", "--key", nowhere.toString())).isEqualTo(2);
        assertThat(call("audit", "--key", temporary.toString())).isEqualTo(2);
        assertThat(call("verify", "any.zip", "--checkpoint", nowhere.toString())).isEqualTo(2);
        assertThat(call("verify", "any.zip")).isEqualTo(2);
        assertThat(said.toString())
                .containsSubsequence(
                        nowhere + " cannot be read: there is no such file.",
                        temporary + " cannot be read: it is a folder.",
                        nowhere + " cannot be read: there is no such file.",
                        "any.zip cannot be read: there is no such file.");
    }

    @Test
    void a_folder_without_a_name_is_not_the_one_where_somebody_stands() {
        for (String name : new String[] {"up", "down", "db-url", "demo"}) {
            assertThat(call(name, "--data", "")).isEqualTo(2);
        }
        assertThat(said.toString()).contains("--data takes the name of a folder");
    }

    @Test
    void what_to_call_instead_means_the_same_folder() {
        Path spaced = temporary.resolve("the record's data");
        assertThat(call("down", "--data", spaced.toString())).isEqualTo(2);
        assertThat(said.toString())
                .contains("refocus up --data '" + temporary + "/the record'\\''s data'");
    }

    @Test
    void what_to_call_instead_is_called_as_this_was() {
        System.setProperty("refocus.called", "/opt/our record/refocus");
        try {
            assertThat(call("down", "--data", temporary.toString())).isEqualTo(2);
            assertThat(call("demo", "--data", temporary.toString())).isEqualTo(2);
            assertThat(call("upp")).isEqualTo(2);
            assertThat(call("up", "--port", "high")).isEqualTo(2);
        } finally {
            System.clearProperty("refocus.called");
        }
        assertThat(said.toString())
                .contains("'/opt/our record/refocus' up --data " + temporary)
                .contains("Did you mean: '/opt/our record/refocus' up?")
                .contains("Try: '/opt/our record/refocus' up --help")
                .doesNotContain("(refocus ");
    }

    @Test
    void an_address_that_is_none_is_wrong_use() {
        for (String url :
                new String[] {"nonsense", "", "127.0.0.1:8080", "http://a b", "ftp://a"}) {
            assertThat(call("demo", "--token", "any", "--url", url)).isEqualTo(2);
        }
        assertThat(said.toString())
                .contains("--url takes the address of a server")
                .doesNotContain("should not have happened");
    }

    @Test
    void more_is_told_to_those_who_ask() {
        assertThat(call("down", "--verbose", "--data", temporary.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("\tat ");
    }

    /** Java would end with 1, which is said of evidence and of a log that are not sound. */
    @Test
    void memory_that_does_not_suffice_is_no_finding() {
        CommandLine line = RefocusRecord.commandLine().addSubcommand(new Filling());

        // JUnit lets this error through and ends with it: nothing but an answer may come out.
        assertThatNoException().isThrownBy(() -> assertThat(call(line, "fill")).isEqualTo(2));
        assertThat(said.toString()).contains("not enough memory").doesNotContain("\tat ");
    }

    @Command(name = "fill")
    private static final class Filling implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void a_key_that_has_no_end_is_none() {
        assertThat(call("verify", "none.zip", "--key", "/dev/zero")).isEqualTo(2);
        assertThat(said.toString()).contains("too long for a key");
    }

    private int call(String... arguments) {
        return call(RefocusRecord.commandLine(), arguments);
    }

    private int call(CommandLine line, String... arguments) {
        line.setOut(new PrintWriter(result, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }
}
