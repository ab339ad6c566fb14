/** The pages of stories: one event as each outlet tells it. */
@NullMarked
package org.claimwatch.web.story;

import org.jspecify.annotations.NullMarked;
