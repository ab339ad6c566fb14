@NullMarked
package org.claimwatch.deploy.corpus;

import org.jspecify.annotations.NullMarked;
