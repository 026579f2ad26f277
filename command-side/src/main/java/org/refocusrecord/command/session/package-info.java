/** Sessions and the person's own door. */
@NullMarked
package org.refocusrecord.command.session;

import org.jspecify.annotations.NullMarked;
