/** A team's saved queries and what matches them. */
@NullMarked
package org.claimwatch.web.monitor;

import org.jspecify.annotations.NullMarked;
