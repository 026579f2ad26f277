package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.eventlog.keys.MasterKeyUnusable;
import org.refocusrecord.eventlog.seal.SealKeyUnusable;
import org.refocusrecord.eventlog.store.DataIsNewer;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.eventlog.store.NotDurable;
import org.refocusrecord.query.evidence.UnreadableEvidence;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

import java.io.PrintWriter;

/** Says what went wrong in a paragraph, and ends with exit code 2. */
public final class Messages
        implements IExecutionStrategy, IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int NOT_POSSIBLE = 2;

    /**
     * Runs a call. Whoever handles exceptions is not asked about errors, such as that there is no
     * memory left: Java would end with exit code 1, and say of what was not read that it is not
     * sound.
     */
    @Override
    public int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (Error fault) {
            return notPossible(fault, parsed.commandSpec().commandLine());
        }
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter error = line.getErr();
        error.println(Terminal.NAME + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, error);
        error.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        return NOT_POSSIBLE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
        return notPossible(fault, line);
    }

    private static int notPossible(Throwable fault, CommandLine line) {
        PrintWriter error = line.getErr();
        error.println(Terminal.NAME + paragraph(fault));
        if (isVerbose(line)) {
            fault.printStackTrace(error);
        }
        return NOT_POSSIBLE;
    }

    /** The first thing beneath a fault that was said to be read. */
    public static String paragraph(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String told = told(cause);
            if (told != null) {
                return told;
            }
        }
        return "this should not have happened (%s). With --verbose it tells more.".formatted(fault);
    }

    private static @Nullable String told(Throwable cause) {
        return switch (cause) {
            case Hindrance hindrance -> hindrance.getMessage();
            case MasterKeyUnusable key -> key.getMessage() + ".";
            case SealKeyUnusable key -> key.getMessage() + ".";
            case UnreadableEvidence evidence -> evidence.getMessage() + ".";
            case DataIsNewer newer -> newer.getMessage() + ". Nothing was touched.";
            case NotDurable settings -> settings.getMessage() + ".";
            case LogNotReachable away -> away.getMessage() + ".";
            case OutOfMemoryError full ->
                    "Java has not enough memory for that%s. Give it more, as by JAVA_TOOL_OPTIONS=-Xmx2g."
                            .formatted(
                                    full.getMessage() == null
                                            ? ""
                                            : " (%s)".formatted(full.getMessage()));
            case PortInUseException port ->
                    "Port %d is taken by another program. Choose another with --port."
                            .formatted(port.getPort());
            case ConfigurationPropertiesBindException settings ->
                    "A setting is wrong%s: %s"
                            .formatted(named(settings), deepest(settings).getMessage());
            default -> null;
        };
    }

    /** As it is called in files; what it was set to is told by what is wrong with it. */
    private static String named(Throwable fault) {
        String name = "";
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            name = cause instanceof BindException setting ? ", " + setting.getName() : name;
        }
        return name;
    }

    private static Throwable deepest(Throwable fault) {
        Throwable deepest = fault;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return deepest;
    }

    private static boolean isVerbose(CommandLine line) {
        return Boolean.TRUE.equals(line.getCommandSpec().root().findOption("--verbose").getValue());
    }
}
