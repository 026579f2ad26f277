/**
 * What the tests of several modules share, first of all a real PostgreSQL that starts by itself.
 */
@NullMarked
package org.refocusrecord.testkit;

import org.jspecify.annotations.NullMarked;
