/** Checkpoints of the log, and proofs of single events. */
@NullMarked
package org.refocusrecord.query.integrity;

import org.jspecify.annotations.NullMarked;
