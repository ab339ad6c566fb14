/** Tells what is factual, verifiable and of public interest from what is not. */
@NullMarked
package org.claimwatch.analysis.checkworthy;

import org.jspecify.annotations.NullMarked;
