/** Axon as it comes: its own engines, its own processors, wired as its makers advise. */
@NullMarked
package org.refocusrecord.bench.stock;

import org.jspecify.annotations.NullMarked;
