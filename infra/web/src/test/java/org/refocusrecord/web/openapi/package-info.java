/** The OpenAPI document, checked by other people's readers. */
@NullMarked
package org.refocusrecord.web.openapi;

import org.jspecify.annotations.NullMarked;
