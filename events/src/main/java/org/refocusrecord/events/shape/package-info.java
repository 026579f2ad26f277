/**
 * How a record of the published language looks from outside: one description for readers, writers
 * and documents.
 */
@NullMarked
package org.refocusrecord.events.shape;

import org.jspecify.annotations.NullMarked;
