/** The one folder that holds all that a server keeps, and who may use it when. */
@NullMarked
package org.refocusrecord.app.data;

import org.jspecify.annotations.NullMarked;
