/**
 * A made-up trial with the published design, posted through the public API for people to look at.
 */
@NullMarked
package org.refocusrecord.app.demo;

import org.jspecify.annotations.NullMarked;
