/** Finds an outlet's feeds, name, language and country from nothing but its home page. */
@NullMarked
package org.claimwatch.ingest.discover;

import org.jspecify.annotations.NullMarked;
