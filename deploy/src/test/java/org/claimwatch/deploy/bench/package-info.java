@NullMarked
package org.claimwatch.deploy.bench;

import org.jspecify.annotations.NullMarked;
