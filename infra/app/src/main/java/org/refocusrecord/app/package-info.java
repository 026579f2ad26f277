/**
 * The one program: puts the modules together and runs them, as a server and from the command line.
 */
@NullMarked
package org.refocusrecord.app;

import org.jspecify.annotations.NullMarked;
