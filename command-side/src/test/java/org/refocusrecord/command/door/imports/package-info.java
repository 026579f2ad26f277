/** How imports end. */
@NullMarked
package org.refocusrecord.command.door.imports;

import org.jspecify.annotations.NullMarked;
