/** What the steps share and stand on: the segmented text that they read, and the ports of the models behind them. */
@NullMarked
package org.claimwatch.analysis.model;

import org.jspecify.annotations.NullMarked;
