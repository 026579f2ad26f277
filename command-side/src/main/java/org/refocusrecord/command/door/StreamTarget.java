package org.refocusrecord.command.door;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.refocusrecord.command.StreamCommand;

/**
 * Tells Axon which stream a command is for. Axon's own way looks for annotations anew at each
 * command, which took a seventh of the time of all.
 */
public final class StreamTarget implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Object stream = ((StreamCommand) command.getPayload()).stream();
        return new VersionedAggregateIdentifier(stream, null);
    }
}
