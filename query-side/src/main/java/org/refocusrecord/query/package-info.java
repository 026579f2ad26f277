/**
 * What may be read: each view is a pure fold of the log, and can be thrown away and built again.
 */
@NullMarked
package org.refocusrecord.query;

import org.jspecify.annotations.NullMarked;
