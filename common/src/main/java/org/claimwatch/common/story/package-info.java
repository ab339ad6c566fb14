/** Articles of several outlets on the same event. */
@NullMarked
package org.claimwatch.common.story;

import org.jspecify.annotations.NullMarked;
