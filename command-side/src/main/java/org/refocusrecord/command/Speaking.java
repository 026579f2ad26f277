package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;

import java.util.UUID;
import java.util.function.Function;

/**
 * In whose voice an entry is read.
 *
 * @param person the service user of the case
 * @param ownDoor whether the person writes alone, by the own door
 * @param workerOf the worker of a coaching contract, or null where there is no such contract
 */
public record Speaking(Person person, boolean ownDoor, Function<UUID, @Nullable Person> workerOf) {}
