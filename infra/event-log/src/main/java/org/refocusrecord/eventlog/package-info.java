/**
 * The append-only log: what was recorded, in one order, for good, and proof that nobody changed it.
 */
@NullMarked
package org.refocusrecord.eventlog;

import org.jspecify.annotations.NullMarked;
