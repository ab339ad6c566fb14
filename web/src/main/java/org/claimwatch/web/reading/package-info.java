/** What the machine read, in the form in which every page shows it: statement cards, claim lines, marked text. */
@NullMarked
package org.claimwatch.web.reading;

import org.jspecify.annotations.NullMarked;
