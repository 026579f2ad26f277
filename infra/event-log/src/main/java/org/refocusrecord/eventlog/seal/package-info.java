/**
 * What shows that nothing in the log was altered, reordered or left out: the Merkle tree over all
 * events, the checkpoints that are signed of it, and the tree of the heads of all streams.
 *
 * <p>Glossary: a <i>leaf</i> is the text of an event; a <i>tile</i> holds up to 256 hashes of one
 * level of the tree that stand side by side; a <i>checkpoint</i> is a signed note of the tree's
 * size and root; a <i>head</i> is the sequence of a stream's last event.
 */
@NullMarked
package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.NullMarked;
