/** What an administrator does about records that could not be read, from the command line. */
@NullMarked
package org.refocusrecord.app.deadletters;

import org.jspecify.annotations.NullMarked;
