/** A team's verdicts on claims that it checked, and their publication as ClaimReview. */
@NullMarked
package org.claimwatch.web.verdict;

import org.jspecify.annotations.NullMarked;
