/** The OpenAPI document, made from the shapes that bodies are read by and the answers' records. */
@NullMarked
package org.refocusrecord.web.openapi;

import org.jspecify.annotations.NullMarked;
