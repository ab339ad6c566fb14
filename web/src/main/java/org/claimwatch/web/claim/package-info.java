/** The pages of claims: who asserts and who denies them, through which outlets. */
@NullMarked
package org.claimwatch.web.claim;

import org.jspecify.annotations.NullMarked;
