/** Notices that a monitor triggers: what raises one, and how it comes to people and to their other tools. */
@NullMarked
package org.claimwatch.web.alert;

import org.jspecify.annotations.NullMarked;
