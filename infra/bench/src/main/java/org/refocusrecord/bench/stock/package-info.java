/**
 * Axon as it comes: its own engines, its own processors, wired as Spring Boot wires them; where
 * that is known to be slow, another beside it.
 */
@NullMarked
package org.refocusrecord.bench.stock;

import org.jspecify.annotations.NullMarked;
