/**
 * How a text is sealed, checked and disclosed, and how contents are compared without keeping them.
 */
@NullMarked
package org.refocusrecord.eventlog.words;

import org.jspecify.annotations.NullMarked;
