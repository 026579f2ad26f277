/**
 * The doors through which the record is read over HTTP: who may see what, as of when, and how it is
 * written. They fold nothing.
 */
@NullMarked
package org.refocusrecord.query.door;

import org.jspecify.annotations.NullMarked;
