/** The batch commands, which run the same code without Quarkus, database or network. */
@NullMarked
package org.claimwatch.ingest.command;

import org.jspecify.annotations.NullMarked;
