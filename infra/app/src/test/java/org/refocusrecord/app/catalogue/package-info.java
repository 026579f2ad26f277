/** The catalogue of events, written from what the program is made of. */
@NullMarked
package org.refocusrecord.app.catalogue;

import org.jspecify.annotations.NullMarked;
