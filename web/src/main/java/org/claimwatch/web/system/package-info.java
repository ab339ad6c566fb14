/** How this instance is doing, for whoever operates it. */
@NullMarked
package org.claimwatch.web.system;

import org.jspecify.annotations.NullMarked;
