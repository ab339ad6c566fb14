/** The first page of the morning: what is new that one must know, and how sure is it. */
@NullMarked
package org.claimwatch.web.today;

import org.jspecify.annotations.NullMarked;
