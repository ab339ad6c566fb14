/** The whole of Claimwatch on one machine, with real parts: what {@code ./claimwatch run} and the tests of the whole start. */
@NullMarked
package org.claimwatch.deploy.local;

import org.jspecify.annotations.NullMarked;
