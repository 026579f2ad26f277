/** A small server on a real Tomcat, and what it answers to what is no request. */
@NullMarked
package org.refocusrecord.web.server;

import org.jspecify.annotations.NullMarked;
