/** What the migration Job of a cluster runs. */
@NullMarked
package org.claimwatch.deploy.migrate;

import org.jspecify.annotations.NullMarked;
