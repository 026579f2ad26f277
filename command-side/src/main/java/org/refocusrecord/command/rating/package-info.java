/** Ratings, questionnaires and experiences. */
@NullMarked
package org.refocusrecord.command.rating;

import org.jspecify.annotations.NullMarked;
