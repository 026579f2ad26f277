/** Corrections, disagreements and erasures: what is said about something recorded. */
@NullMarked
package org.refocusrecord.events.correction;

import org.jspecify.annotations.NullMarked;
