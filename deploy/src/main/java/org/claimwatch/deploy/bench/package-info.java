/** Measures the whole at size: pages under many users, and the way from feed to claim. */
@NullMarked
package org.claimwatch.deploy.bench;

import org.jspecify.annotations.NullMarked;
