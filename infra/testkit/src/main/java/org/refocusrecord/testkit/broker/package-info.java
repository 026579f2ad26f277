/**
 * Real Kafka brokers that start by themselves, each in a process of its own, so that it can be
 * killed.
 */
@NullMarked
package org.refocusrecord.testkit.broker;

import org.jspecify.annotations.NullMarked;
