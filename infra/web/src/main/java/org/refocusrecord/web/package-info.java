/**
 * What every HTTP door of the record shares: how JSON is read and written, and how a refusal looks.
 */
@NullMarked
package org.refocusrecord.web;

import org.jspecify.annotations.NullMarked;
