/** Care plan actions outside any goal. */
@NullMarked
package org.refocusrecord.events.careaction;

import org.jspecify.annotations.NullMarked;
