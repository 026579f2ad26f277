/** Care plan actions outside any goal. */
@NullMarked
package org.refocusrecord.command.careaction;

import org.jspecify.annotations.NullMarked;
