/**
 * Meetings of staff and service user, and what the person writes alone. A <em>session</em> is one
 * meeting with all that came of it.
 */
@NullMarked
package org.refocusrecord.events.session;

import org.jspecify.annotations.NullMarked;
