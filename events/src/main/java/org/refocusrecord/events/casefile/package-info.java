/** The case: opening, transfer, closure, care coordinator and key worker. */
@NullMarked
package org.refocusrecord.events.casefile;

import org.jspecify.annotations.NullMarked;
