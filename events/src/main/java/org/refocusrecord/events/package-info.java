/**
 * The published language: what can be recorded, in the words of those who record it. An event is a
 * dated fact of plain, typed values; it knows nothing of anyone.
 */
@NullMarked
package org.refocusrecord.events;

import org.jspecify.annotations.NullMarked;
