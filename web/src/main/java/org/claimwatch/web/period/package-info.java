/** The stretch of time a list is about, and the control that changes it. */
@NullMarked
package org.claimwatch.web.period;

import org.jspecify.annotations.NullMarked;
