/**
 * What goes over Kafka's topics, as documents: written from what the program is made of, and held
 * against what was released.
 */
@NullMarked
package org.refocusrecord.app.contracts;

import org.jspecify.annotations.NullMarked;
