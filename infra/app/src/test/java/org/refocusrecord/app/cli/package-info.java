/** Tests of the command line. */
@NullMarked
package org.refocusrecord.app.cli;

import org.jspecify.annotations.NullMarked;
