/** Who stands where: holders against targets, each cell with its evidence. */
@NullMarked
package org.claimwatch.web.matrix;

import org.jspecify.annotations.NullMarked;
