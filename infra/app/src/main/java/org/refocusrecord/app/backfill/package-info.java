/** The call that fills a topic of Kafka's from the log. */
@NullMarked
package org.refocusrecord.app.backfill;

import org.jspecify.annotations.NullMarked;
