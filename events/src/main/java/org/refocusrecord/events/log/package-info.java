/** What the log says of itself. */
@NullMarked
package org.refocusrecord.events.log;

import org.jspecify.annotations.NullMarked;
