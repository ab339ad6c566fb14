/** Proves the manifests where no cluster is at hand: strictly parsed, linted, and every name in them looked up. */
@NullMarked
package org.claimwatch.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
