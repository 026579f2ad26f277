/**
 * Who read whose record: one entry for each case that somebody was shown, or was refused. It is no
 * part of the record, and holds nothing that stands in one.
 */
@NullMarked
package org.refocusrecord.query.access;

import org.jspecify.annotations.NullMarked;
