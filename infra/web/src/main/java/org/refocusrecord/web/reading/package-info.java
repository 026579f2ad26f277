/**
 * From a body to a record of the published language: everything that can be said of it without
 * knowing what is recorded, all at once.
 */
@NullMarked
package org.refocusrecord.web.reading;

import org.jspecify.annotations.NullMarked;
