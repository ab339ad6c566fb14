/** The batch commands: the same steps without database, login or network. */
@NullMarked
package org.claimwatch.analysis.command;

import org.jspecify.annotations.NullMarked;
