/** Persons, organisations and groups that speak or are spoken about. */
@NullMarked
package org.claimwatch.common.actor;

import org.jspecify.annotations.NullMarked;
