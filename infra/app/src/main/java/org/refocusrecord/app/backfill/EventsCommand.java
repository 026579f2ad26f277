package org.refocusrecord.app.backfill;

import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;

/** Looks after events that are sent out. */
@Command(
        name = "events",
        description = "Looks after events that are sent out: see docs/kafka.md.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = BackfillCommand.class)
public final class EventsCommand {}
