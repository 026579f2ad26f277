/**
 * The database under the log: one of our own that is started and stopped, or one that was given.
 */
@NullMarked
package org.refocusrecord.app.postgres;

import org.jspecify.annotations.NullMarked;
