/** What is odd in a record: recorded all the same, and shown as a notice. */
@NullMarked
package org.refocusrecord.query.notices;

import org.jspecify.annotations.NullMarked;
