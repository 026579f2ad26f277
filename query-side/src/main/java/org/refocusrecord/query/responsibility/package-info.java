/** Who is responsible for what: goal steps and care actions by the set of parties. */
@NullMarked
package org.refocusrecord.query.responsibility;

import org.jspecify.annotations.NullMarked;
