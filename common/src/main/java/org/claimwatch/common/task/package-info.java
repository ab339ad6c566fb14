/** The contract between the modules: the queues, the names of their tasks, and payloads that hold ids only. */
@NullMarked
package org.claimwatch.common.task;

import org.jspecify.annotations.NullMarked;
