/** Notices when an outlet that is usually busy falls silent. */
@NullMarked
package org.claimwatch.ingest.silence;

import org.jspecify.annotations.NullMarked;
