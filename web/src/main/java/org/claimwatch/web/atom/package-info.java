/** Feeds that leave the house: Atom documents, and how feed readers are answered; it knows no feature. */
@NullMarked
package org.claimwatch.web.atom;

import org.jspecify.annotations.NullMarked;
