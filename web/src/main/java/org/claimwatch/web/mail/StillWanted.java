package org.claimwatch.web.mail;

/**
 * Whether an address still is one that a mail goes to, asked before each attempt: between composing and sending lie days where a
 * mail server is away, and who has left a team meanwhile gets nothing of it.
 */
public interface StillWanted {
    /** True of whatever is none of this feature's mails. */
    boolean goesTo(MailLetter letter, String address);
}
