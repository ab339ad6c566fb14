/** A team's own tags and notes beside statements, claims and articles. */
@NullMarked
package org.claimwatch.web.note;

import org.jspecify.annotations.NullMarked;
