/** History in bulk: a command a line, through the same doors as what comes alone. */
@NullMarked
package org.refocusrecord.command.door.imports;

import org.jspecify.annotations.NullMarked;
