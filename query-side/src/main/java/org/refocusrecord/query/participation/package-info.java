/**
 * How far a team took part in the intervention: counted from what was recorded, in exact fractions,
 * by a policy that is data.
 */
@NullMarked
package org.refocusrecord.query.participation;

import org.jspecify.annotations.NullMarked;
