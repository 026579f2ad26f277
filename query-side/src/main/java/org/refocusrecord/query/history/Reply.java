package org.refocusrecord.query.history;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.time.Instant;

/** What somebody replied to a disagreement. */
public record Reply(
        CommandId commandId, Person party, Words words, Instant recordedAt, Standing standing) {}
