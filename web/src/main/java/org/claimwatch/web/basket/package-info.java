/** What a person puts aside across pages, to export or review it. */
@NullMarked
package org.claimwatch.web.basket;

import org.jspecify.annotations.NullMarked;
