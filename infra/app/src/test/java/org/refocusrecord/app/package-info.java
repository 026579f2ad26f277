/** Tests of the program as a whole. */
@NullMarked
package org.refocusrecord.app;

import org.jspecify.annotations.NullMarked;
