/** The case record: one stream per case, and the rules that tie its entries together. */
@NullMarked
package org.refocusrecord.command.casefile;

import org.jspecify.annotations.NullMarked;
