/** Publishers and the addresses at which they announce their articles. */
@NullMarked
package org.claimwatch.common.outlet;

import org.jspecify.annotations.NullMarked;
