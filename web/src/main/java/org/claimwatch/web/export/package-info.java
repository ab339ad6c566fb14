/** The rows of a page as a file for other tools. */
@NullMarked
package org.claimwatch.web.export;

import org.jspecify.annotations.NullMarked;
