/**
 * The outbox: mails are entered in the transaction of what they tell, one row for each recipient, and then sent one by one;
 * what comes back, a bounce or a wish to get no more, is heeded here, too.
 */
@NullMarked
package org.claimwatch.web.mail;

import org.jspecify.annotations.NullMarked;
