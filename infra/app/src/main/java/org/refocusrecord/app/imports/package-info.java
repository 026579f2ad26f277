/** History from files: sent in parts, each again until it is answered. */
@NullMarked
package org.refocusrecord.app.imports;

import org.jspecify.annotations.NullMarked;
