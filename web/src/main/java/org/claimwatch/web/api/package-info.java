/** What all of the API under {@code /api/v1} has in common: what it is asked, how it lists, how often; it knows no feature. */
@NullMarked
package org.claimwatch.web.api;

import org.jspecify.annotations.NullMarked;
