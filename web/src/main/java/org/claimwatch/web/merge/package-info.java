/** What people say about who is who: actors and claims merged and split, by editors, with the history and the way back. */
@NullMarked
package org.claimwatch.web.merge;

import org.jspecify.annotations.NullMarked;
