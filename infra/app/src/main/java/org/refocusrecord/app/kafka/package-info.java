/**
 * The broker under the topics: one of our own in the server's process, or those that were given.
 */
@NullMarked
package org.refocusrecord.app.kafka;

import org.jspecify.annotations.NullMarked;
