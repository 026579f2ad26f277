/**
 * The rows of the log and of its keys in PostgreSQL, below any meaning of their payloads: a stream
 * is a text, an event is bytes.
 *
 * <p>Glossary: a <i>position</i> is an event's place in the whole log, from 1, without a hole; a
 * <i>sequence</i> is its place in its stream, from 0; a <i>leaf</i> is the text of an event that
 * the seal is made over.
 */
@NullMarked
package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.NullMarked;
