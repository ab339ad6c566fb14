/** Who said what in one article version, with the evidence as spans of its text. */
@NullMarked
package org.claimwatch.common.statement;

import org.jspecify.annotations.NullMarked;
