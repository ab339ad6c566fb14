/** What an outlet published, and its text as fetched at one time. */
@NullMarked
package org.claimwatch.common.article;

import org.jspecify.annotations.NullMarked;
