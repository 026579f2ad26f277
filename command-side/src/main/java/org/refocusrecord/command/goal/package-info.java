/** Goals and the steps towards them. */
@NullMarked
package org.refocusrecord.command.goal;

import org.jspecify.annotations.NullMarked;
