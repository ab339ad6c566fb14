/** {@code ./claimwatch bench}: what ingest takes, beside a library that does the same. */
@NullMarked
package org.claimwatch.ingest.bench;

import org.jspecify.annotations.NullMarked;
