package org.refocusrecord.app;

import org.refocusrecord.app.backfill.EventsCommand;
import org.refocusrecord.app.cli.AuditCommand;
import org.refocusrecord.app.cli.DbUrlCommand;
import org.refocusrecord.app.cli.DownCommand;
import org.refocusrecord.app.cli.KeysCommand;
import org.refocusrecord.app.cli.Messages;
import org.refocusrecord.app.cli.TokenCommand;
import org.refocusrecord.app.cli.UpCommand;
import org.refocusrecord.app.cli.VerifyCommand;
import org.refocusrecord.app.cli.Version;
import org.refocusrecord.app.data.Launcher;
import org.refocusrecord.app.deadletters.DeadLettersCommand;
import org.refocusrecord.app.demo.DemoCommand;
import org.refocusrecord.app.imports.ImportCommand;
import org.refocusrecord.app.projections.ParkedCommand;
import org.refocusrecord.app.projections.ProjectionsCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The one program: every call of the command line, and the server. */
@Command(
        name = "refocus",
        description = "An event-sourced record of recovery-focused mental health care.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            AuditCommand.class,
            DbUrlCommand.class,
            DeadLettersCommand.class,
            DemoCommand.class,
            EventsCommand.class,
            ImportCommand.class,
            KeysCommand.class,
            ParkedCommand.class,
            ProjectionsCommand.class,
            TokenCommand.class,
            VerifyCommand.class
        })
public final class RefocusRecord {

    @SuppressWarnings("UnusedVariable") // Asked of the command line, when something goes wrong.
    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Tell all of what goes wrong.")
    private boolean verbose;

    private RefocusRecord() {}

    /** Runs a call; the process ends with its exit code. */
    public static void main(String[] arguments) {
        // A clinical system calls nobody: Axon would ask its makers for updates, and note that it
        // did.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        System.exit(commandLine().execute(arguments));
    }

    /** All calls, with their exit codes: 0 done, 1 done with a finding, 2 not possible. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new RefocusRecord());
        Messages messages = new Messages();
        return line.setCommandName(Launcher.asCalled())
                .setExecutionStrategy(messages)
                .setExecutionExceptionHandler(messages)
                .setParameterExceptionHandler(messages)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
