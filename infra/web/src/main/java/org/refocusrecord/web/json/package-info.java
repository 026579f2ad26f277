/** How JSON is written, and how strictly it is parsed. */
@NullMarked
package org.refocusrecord.web.json;

import org.jspecify.annotations.NullMarked;
