/** Query parameters, cursors and other small things that requests carry beside a body. */
@NullMarked
package org.refocusrecord.web.query;

import org.jspecify.annotations.NullMarked;
