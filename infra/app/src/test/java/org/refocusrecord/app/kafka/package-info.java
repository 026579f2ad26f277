/** Tests of the embedded broker, and of whose brokers are spoken with. */
@NullMarked
package org.refocusrecord.app.kafka;

import org.jspecify.annotations.NullMarked;
