/** Finds who is said to have said what: source, cue and content, with the relays in between. */
@NullMarked
package org.claimwatch.analysis.attribution;

import org.jspecify.annotations.NullMarked;
