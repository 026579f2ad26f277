/**
 * Axon's door to the log: commands are routed and aggregates loaded by Axon, and nothing else knows
 * of it.
 */
@NullMarked
package org.refocusrecord.eventlog.axon;

import org.jspecify.annotations.NullMarked;
