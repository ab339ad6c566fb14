/** The background work of this module: who has a task for the queue says so, and one worker does them all. */
@NullMarked
package org.claimwatch.web.work;

import org.jspecify.annotations.NullMarked;
