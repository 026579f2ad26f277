/**
 * How a refusal or a fault looks from outside: one list of codes, one form of answer, a page for
 * each code.
 */
@NullMarked
package org.refocusrecord.web.problem;

import org.jspecify.annotations.NullMarked;
