/** Reads that go through many cases, and leave room for others. */
@NullMarked
package org.refocusrecord.query.walk;

import org.jspecify.annotations.NullMarked;
