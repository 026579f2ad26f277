/**
 * Sessions by Kafka: the same doors, rules and guard against repeats as by HTTP, an outcome for
 * each record, and an offset that is committed only when that outcome is on the brokers. What came
 * too early waits here.
 */
@NullMarked
package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.NullMarked;
