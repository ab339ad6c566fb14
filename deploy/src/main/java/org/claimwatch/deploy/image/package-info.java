/** The images of the services and of the migration, built without a Docker daemon. */
@NullMarked
package org.claimwatch.deploy.image;

import org.jspecify.annotations.NullMarked;
