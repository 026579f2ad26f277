/** A study as it stands: its name, and what was published for it. */
@NullMarked
package org.refocusrecord.query.study;

import org.jspecify.annotations.NullMarked;
