package org.refocusrecord.events.rating;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.RatingId;
import org.refocusrecord.events.shape.Code;
import org.refocusrecord.events.shape.Otherwise;

/**
 * The service user rated the support of one named worker and the relationship with him or her.
 *
 * <p>The rater is the service user, always. Unless it is shared, no worker and no leader sees what
 * was answered.
 */
@EventType(
        name = "relationship.rated",
        revision = 1,
        door = "RELATIONSHIP_RATING",
        meaning =
                "The service user rated the support of one named worker and the "
                        + "relationship with him or her.")
public record RelationshipRated(
        EntryId entryId,
        RatingId ratingId,
        RelationshipInstrument instrument,
        @Otherwise("1") @Code("[A-Za-z0-9._-]{1,40}") String version,
        Person worker,
        @Nullable Occasion occasion,
        @Nullable RatingGiven given,
        @Otherwise("false") Boolean sharedWithWorker,
        Answers answers)
        implements RatingEvent {}
