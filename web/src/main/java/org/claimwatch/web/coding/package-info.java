/** Blind coding: several people read the same passages, and how far they agree. */
@NullMarked
package org.claimwatch.web.coding;

import org.jspecify.annotations.NullMarked;
