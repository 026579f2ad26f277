package org.refocusrecord.events.session;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.PersonId;

/**
 * Somebody who took part in a session; {@code relation} is who he or she is to the person, in
 * somebody's words.
 */
public record Participant(Party party, @PersonId String id, @Nullable Words relation) {}
