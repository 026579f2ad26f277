/**
 * Ways between two programs that lead through a test, which can stop or cut what passes at a place
 * of its choice.
 */
@NullMarked
package org.refocusrecord.testkit.wire;

import org.jspecify.annotations.NullMarked;
