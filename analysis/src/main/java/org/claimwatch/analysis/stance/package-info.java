/** Reads which side a holder takes towards a target, with the words that show it. */
@NullMarked
package org.claimwatch.analysis.stance;

import org.jspecify.annotations.NullMarked;
