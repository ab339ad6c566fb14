/** The tests of the whole: a person's way through it, and what it survives. */
@NullMarked
package org.claimwatch.deploy;

import org.jspecify.annotations.NullMarked;
