/** What an administrator does about views, and about what waits in them, from the command line. */
@NullMarked
package org.refocusrecord.app.projections;

import org.jspecify.annotations.NullMarked;
