/**
 * What all views have in common: they follow the log a page at a time, know how far they have come,
 * and can prove what they hold.
 */
@NullMarked
package org.refocusrecord.query.projection;

import org.jspecify.annotations.NullMarked;
