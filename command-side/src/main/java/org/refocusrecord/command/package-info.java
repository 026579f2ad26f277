/**
 * What may be recorded: a command is decided by pure rules into events, or refused with every
 * reason.
 */
@NullMarked
package org.refocusrecord.command;

import org.jspecify.annotations.NullMarked;
