/** Tests of the server. */
@NullMarked
package org.refocusrecord.app.server;

import org.jspecify.annotations.NullMarked;
