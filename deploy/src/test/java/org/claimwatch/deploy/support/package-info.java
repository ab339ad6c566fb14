/** What the tests of the whole share: the running stack and a browser. */
@NullMarked
package org.claimwatch.deploy.support;

import org.jspecify.annotations.NullMarked;
