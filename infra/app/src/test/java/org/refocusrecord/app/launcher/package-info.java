/** The launcher, with stand-ins for the JDK and for Maven. */
@NullMarked
package org.refocusrecord.app.launcher;

import org.jspecify.annotations.NullMarked;
