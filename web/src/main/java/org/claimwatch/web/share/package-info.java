/** Read-only lists for whoever holds their link. */
@NullMarked
package org.claimwatch.web.share;

import org.jspecify.annotations.NullMarked;
