/** Files of rows that go out while they are read. */
@NullMarked
package org.claimwatch.web.download;

import org.jspecify.annotations.NullMarked;
