/** What happened in a case, one thing after the other, in words that can be read. */
@NullMarked
package org.refocusrecord.query.timeline;

import org.jspecify.annotations.NullMarked;
