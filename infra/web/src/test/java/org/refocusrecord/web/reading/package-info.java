/** How bodies are read, code by code and pointer by pointer. */
@NullMarked
package org.refocusrecord.web.reading;

import org.jspecify.annotations.NullMarked;
