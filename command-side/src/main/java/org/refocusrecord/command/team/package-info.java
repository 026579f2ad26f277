/** Teams. */
@NullMarked
package org.refocusrecord.command.team;

import org.jspecify.annotations.NullMarked;
