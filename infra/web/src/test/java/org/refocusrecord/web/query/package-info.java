/** How queries are read. */
@NullMarked
package org.refocusrecord.web.query;

import org.jspecify.annotations.NullMarked;
