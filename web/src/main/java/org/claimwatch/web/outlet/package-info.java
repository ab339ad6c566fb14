/** The pages of outlets and their feeds: what they publish, whom they quote, and how their feeds fare. */
@NullMarked
package org.claimwatch.web.outlet;

import org.jspecify.annotations.NullMarked;
