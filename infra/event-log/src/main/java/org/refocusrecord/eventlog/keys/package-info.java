/**
 * The keys that stand between the log and a person's words: a data key for each event that holds
 * any, wrapped by the record key of its stream, which the master key wraps. To forget is to delete
 * a wrapped key.
 */
@NullMarked
package org.refocusrecord.eventlog.keys;

import org.jspecify.annotations.NullMarked;
