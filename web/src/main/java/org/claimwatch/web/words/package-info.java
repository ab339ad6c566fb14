/** What the interface says, in each of its languages; knows no page, and every page may use it. */
@NullMarked
package org.claimwatch.web.words;

import org.jspecify.annotations.NullMarked;
