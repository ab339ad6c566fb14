/** Gathers statements that assert or deny the same proposition, across articles and outlets. */
@NullMarked
package org.claimwatch.analysis.claim;

import org.jspecify.annotations.NullMarked;
