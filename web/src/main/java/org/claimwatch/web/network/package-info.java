/** Who agrees with whom: actors joined by the claims that they share. */
@NullMarked
package org.claimwatch.web.network;

import org.jspecify.annotations.NullMarked;
