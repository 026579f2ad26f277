/**
 * The outbox: every event of the log, sent to a topic of Kafka's in order and at least once, with
 * no more of what people said than the topic may show. It is a follower of its own, and no view.
 */
@NullMarked
package org.refocusrecord.query.outbox;

import org.jspecify.annotations.NullMarked;
