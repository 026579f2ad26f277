/** Imports are sent to servers that are away, of another version, or end in the middle. */
@NullMarked
package org.refocusrecord.app.imports;

import org.jspecify.annotations.NullMarked;
