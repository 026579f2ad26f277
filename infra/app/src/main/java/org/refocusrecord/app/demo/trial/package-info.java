/** The published design as data, and what everything that is made up from it is made with. */
@NullMarked
package org.refocusrecord.app.demo.trial;

import org.jspecify.annotations.NullMarked;
