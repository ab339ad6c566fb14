package org.claimwatch.web.mail;

/**
 * Nothing of a letter is under way any more; told within the transaction that settled its last copy.
 *
 * @param sent how many the mail server took
 * @param failed how many it did not, for good or after many attempts
 */
public record LetterSettled(MailLetter letter, long sent, long failed) {}
