/**
 * JSON in the one form of RFC 8785, in which everything that is hashed or kept for ever is written.
 */
@NullMarked
package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.NullMarked;
