/** Relationship ratings, measures and experiences, with the tables of the instruments. */
@NullMarked
package org.refocusrecord.events.rating;

import org.jspecify.annotations.NullMarked;
