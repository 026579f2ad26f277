/**
 * Tests that nobody here wrote: Axon's own, and those that others published about events that are
 * lost.
 */
@NullMarked
package org.refocusrecord.suites;

import org.jspecify.annotations.NullMarked;
