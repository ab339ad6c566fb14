/** Cuts a text into paragraphs, sentences and tokens, so that every later span is one of code points. */
@NullMarked
package org.claimwatch.analysis.segment;

import org.jspecify.annotations.NullMarked;
