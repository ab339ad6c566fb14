/** The language in which people say which statements they want, and what it means to the database. */
@NullMarked
package org.claimwatch.web.query;

import org.jspecify.annotations.NullMarked;
