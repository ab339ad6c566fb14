/** The e-mail that tells a team what is new in a monitor, once and only once for each period. */
@NullMarked
package org.claimwatch.web.digest;

import org.jspecify.annotations.NullMarked;
