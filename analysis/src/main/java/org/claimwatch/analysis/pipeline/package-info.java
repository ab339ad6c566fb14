/** Walks a text through all steps, and stores what they read in one transaction. */
@NullMarked
package org.claimwatch.analysis.pipeline;

import org.jspecify.annotations.NullMarked;
