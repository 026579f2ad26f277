/** Studies, consents and published definitions. */
@NullMarked
package org.refocusrecord.events.study;

import org.jspecify.annotations.NullMarked;
