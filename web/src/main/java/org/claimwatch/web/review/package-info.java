/** People's verdicts on the machine's readings, kept beside them. */
@NullMarked
package org.claimwatch.web.review;

import org.jspecify.annotations.NullMarked;
