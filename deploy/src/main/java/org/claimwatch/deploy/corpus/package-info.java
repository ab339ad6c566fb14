/** Fills a database with as many articles as one likes, made from the sample press, so that size can be measured. */
@NullMarked
package org.claimwatch.deploy.corpus;

import org.jspecify.annotations.NullMarked;
