/** What the inbox tells Kafka. */
@NullMarked
package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.NullMarked;
