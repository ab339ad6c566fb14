/** The frame round every page: navigation, times, addresses, error pages and response headers; it knows no feature. */
@NullMarked
package org.claimwatch.web.layout;

import org.jspecify.annotations.NullMarked;
