/** A team's own page: who belongs to it and with which role. */
@NullMarked
package org.claimwatch.web.team;

import org.jspecify.annotations.NullMarked;
