/**
 * The doors through which commands come in over HTTP: they read, check who may, and hand on; they
 * hold no rule of the record.
 */
@NullMarked
package org.refocusrecord.command.door;

import org.jspecify.annotations.NullMarked;
