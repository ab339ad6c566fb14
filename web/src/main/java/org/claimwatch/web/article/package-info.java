/** The page of an article: its text with the statements in place. */
@NullMarked
package org.claimwatch.web.article;

import org.jspecify.annotations.NullMarked;
