/**
 * The casenote audit of care plans: what stood in many people's plans at a few dates, who was
 * responsible for it, and what changed from one date to the next.
 */
@NullMarked
package org.refocusrecord.query.planaudit;

import org.jspecify.annotations.NullMarked;
