/** What the README promises is run. */
@NullMarked
package org.refocusrecord.app.readme;

import org.jspecify.annotations.NullMarked;
