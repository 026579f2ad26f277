/** The history of one case, as it stood on any day and as it was known on any day. */
@NullMarked
package org.refocusrecord.query.history;

import org.jspecify.annotations.NullMarked;
