/** The pages of actors: who speaks, on what, through which outlets. */
@NullMarked
package org.claimwatch.web.actor;

import org.jspecify.annotations.NullMarked;
