/** The server: all parts of the house put together, started and ended in the right order. */
@NullMarked
package org.refocusrecord.app.server;

import org.jspecify.annotations.NullMarked;
