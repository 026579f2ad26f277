/**
 * The care plan: what the person wants, what was agreed and how far it has come, as of any day and
 * as known on any day.
 */
@NullMarked
package org.refocusrecord.query.careplan;

import org.jspecify.annotations.NullMarked;
