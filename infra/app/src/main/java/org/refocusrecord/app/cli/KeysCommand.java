package org.refocusrecord.app.cli;

import picocli.CommandLine.Command;

/** Looks after the master key. */
@Command(
        name = "keys",
        description = "Looks after the master key: see docs/keys.md.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = RotateCommand.class)
public final class KeysCommand {}
