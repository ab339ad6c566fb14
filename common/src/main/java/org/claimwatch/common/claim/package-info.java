/** The propositions that statements of several outlets assert or deny. */
@NullMarked
package org.claimwatch.common.claim;

import org.jspecify.annotations.NullMarked;
