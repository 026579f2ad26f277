/** The frozen examples of every event, and that they are still read and written as they were. */
@NullMarked
package org.refocusrecord.eventlog.contracts;

import org.jspecify.annotations.NullMarked;
