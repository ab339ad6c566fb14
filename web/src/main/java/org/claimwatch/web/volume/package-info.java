/** How much was said on each day, and when that is more than usual. */
@NullMarked
package org.claimwatch.web.volume;

import org.jspecify.annotations.NullMarked;
