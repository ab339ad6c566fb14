/** Drawings made of numbers on the server: each says its point in a sentence and carries its numbers as a table. */
@NullMarked
package org.claimwatch.web.chart;

import org.jspecify.annotations.NullMarked;
