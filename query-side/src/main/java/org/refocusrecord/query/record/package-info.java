/** The case itself: open or closed, with which team, who leads, and how long it is kept. */
@NullMarked
package org.refocusrecord.query.record;

import org.jspecify.annotations.NullMarked;
