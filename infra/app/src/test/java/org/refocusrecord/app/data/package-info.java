/** Tests of the data folder. */
@NullMarked
package org.refocusrecord.app.data;

import org.jspecify.annotations.NullMarked;
