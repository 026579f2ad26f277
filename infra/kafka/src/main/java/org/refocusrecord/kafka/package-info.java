/**
 * What both sides share that speak with Kafka: where the brokers are, how clients are set, and the
 * topics.
 */
@NullMarked
package org.refocusrecord.kafka;

import org.jspecify.annotations.NullMarked;
