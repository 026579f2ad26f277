/** Coaching contracts and conversations. */
@NullMarked
package org.refocusrecord.command.coaching;

import org.jspecify.annotations.NullMarked;
