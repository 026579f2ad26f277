package org.refocusrecord.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

class CallingTest {

    @TempDir private Path temporary;
    private final StringWriter result = new StringWriter();
    private final StringWriter said = new StringWriter();

    @Test
    void help_lists_what_works() {
        assertThat(call("--help")).isZero();
        assertThat(result.toString()).contains("up", "down", "db-url", "token");
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
        assertThat(said.toString()).contains("Did you mean: refocus up?");
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
    void more_is_told_to_those_who_ask() {
        assertThat(call("down", "--verbose", "--data", temporary.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("\tat ");
    }

    private int call(String... arguments) {
        CommandLine line = RefocusRecord.commandLine();
        line.setOut(new PrintWriter(result, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }
}
