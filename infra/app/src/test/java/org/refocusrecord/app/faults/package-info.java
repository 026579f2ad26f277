/**
 * What happens when things break: processes that are killed, starts that cannot succeed, senders
 * that vanish in the middle of a word.
 */
@NullMarked
package org.refocusrecord.app.faults;

import org.jspecify.annotations.NullMarked;
