/** Who is calling, in which role and for which teams, and what that lets them see or do. */
@NullMarked
package org.refocusrecord.security;

import org.jspecify.annotations.NullMarked;
