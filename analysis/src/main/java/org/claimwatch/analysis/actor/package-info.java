/** Finds out who a mention is, across the sentences of an article. */
@NullMarked
package org.claimwatch.analysis.actor;

import org.jspecify.annotations.NullMarked;
