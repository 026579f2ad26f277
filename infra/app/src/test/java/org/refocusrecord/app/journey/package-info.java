/**
 * Journeys through the whole service: posted over HTTP at one end, read over HTTP at the other, on
 * a real database.
 */
@NullMarked
package org.refocusrecord.app.journey;

import org.jspecify.annotations.NullMarked;
