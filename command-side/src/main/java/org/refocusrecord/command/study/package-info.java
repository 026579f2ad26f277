/** Studies. */
@NullMarked
package org.refocusrecord.command.study;

import org.jspecify.annotations.NullMarked;
