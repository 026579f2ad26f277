/**
 * Coaching contracts and conversations. The <em>REACH</em> competencies are those of the coaching
 * that staff are trained in.
 */
@NullMarked
package org.refocusrecord.events.coaching;

import org.jspecify.annotations.NullMarked;
