package org.claimwatch.web.mail;

/**
 * What a recipient can stop as one.
 *
 * @param name such as {@code digest-12}
 * @param inWords such as “the digest of Ceasefire, team River desk”
 */
public record MailList(String name, String inWords) {}
