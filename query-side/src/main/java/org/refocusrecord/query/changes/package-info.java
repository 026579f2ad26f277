/** What changed in a care plan between two moments: item by item, field by field, by whom. */
@NullMarked
package org.refocusrecord.query.changes;

import org.jspecify.annotations.NullMarked;
