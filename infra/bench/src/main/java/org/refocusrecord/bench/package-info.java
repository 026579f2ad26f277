/** How fast the log is, beside Axon's stock engines and beside what PostgreSQL itself can do. */
@NullMarked
package org.refocusrecord.bench;

import org.jspecify.annotations.NullMarked;
