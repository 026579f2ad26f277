package org.refocusrecord.command.door;

import org.refocusrecord.command.StreamCommand;
import org.refocusrecord.events.CommandId;

/**
 * What can be said of a command before it is known whether it is in scope.
 *
 * @param stream of what
 * @param commandId the session or command id: the guard against repeats
 * @param content its content in canonical form
 * @param postedBy the account
 */
public record Asked(String stream, CommandId commandId, String content, String postedBy) {

    /** Of a command. */
    public static Asked of(StreamCommand command) {
        return new Asked(
                command.stream(),
                command.commandId(),
                command.posting().content().canonical(),
                command.posting().postedBy());
    }

    /** Without the content, which has no business in a log line. */
    @Override
    public String toString() {
        return "Asked[" + stream + ", " + commandId + "]";
    }
}
