/** From feed to article version. */
@NullMarked
package org.claimwatch.ingest;

import org.jspecify.annotations.NullMarked;
