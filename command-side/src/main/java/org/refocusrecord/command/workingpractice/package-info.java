/** The working practices. */
@NullMarked
package org.refocusrecord.command.workingpractice;

import org.jspecify.annotations.NullMarked;
