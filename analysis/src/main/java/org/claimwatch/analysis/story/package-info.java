/** Gathers articles on the same event, as they arrive. */
@NullMarked
package org.claimwatch.analysis.story;

import org.jspecify.annotations.NullMarked;
