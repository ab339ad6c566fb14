/** The page that answers a query with statements. */
@NullMarked
package org.claimwatch.web.search;

import org.jspecify.annotations.NullMarked;
