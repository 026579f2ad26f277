/** How states become bytes and bytes states again, so that a long stream need not be read anew. */
@NullMarked
package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.NullMarked;
