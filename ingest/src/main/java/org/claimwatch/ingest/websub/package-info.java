/** Has hubs tell us at once when a feed changes (W3C WebSub), where the operator has a public address for that. */
@NullMarked
package org.claimwatch.ingest.websub;

import org.jspecify.annotations.NullMarked;
