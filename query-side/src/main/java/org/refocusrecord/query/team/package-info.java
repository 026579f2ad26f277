/** A team as it stood: its name, its roster, its allocations, and what was held or not captured. */
@NullMarked
package org.refocusrecord.query.team;

import org.jspecify.annotations.NullMarked;
