/** The made-up trial, as posts and as posted. */
@NullMarked
package org.refocusrecord.app.demo;

import org.jspecify.annotations.NullMarked;
