package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;

/** Looks after records of Kafka's that could not be read. */
@Command(
        name = "dead-letters",
        description = {
            "Looks after records that came by Kafka and could not be read.",
            "What was said in them is not shown."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ListDeadLettersCommand.class,
            ShowDeadLetterCommand.class,
            RetryDeadLettersCommand.class
        })
public final class DeadLettersCommand {}
