/** The trained reader of sources, cues and contents and of which belong together, for English. */
@NullMarked
package org.claimwatch.analysis.attribution.tagger;

import org.jspecify.annotations.NullMarked;
