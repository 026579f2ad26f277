/** When somebody has to look at a record again: never a deletion, always a review. */
@NullMarked
package org.refocusrecord.query.retention;

import org.jspecify.annotations.NullMarked;
