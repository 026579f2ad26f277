/**
 * The three working practices and what the person told in them. <em>WP1</em> values and treatment
 * preferences, <em>WP2</em> strengths, <em>WP3</em> goal-striving.
 */
@NullMarked
package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.NullMarked;
