/**
 * Goals and the steps towards them. A goal is <em>voiced</em> when the person says it, and
 * <em>set</em> when it is taken up.
 */
@NullMarked
package org.refocusrecord.events.goal;

import org.jspecify.annotations.NullMarked;
