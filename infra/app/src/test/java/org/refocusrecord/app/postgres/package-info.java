/** Tests of the database under the log. */
@NullMarked
package org.refocusrecord.app.postgres;

import org.jspecify.annotations.NullMarked;
