/** Posts a trial to a server, line by line, and counts what became of it. */
@NullMarked
package org.refocusrecord.app.demo.posting;

import org.jspecify.annotations.NullMarked;
