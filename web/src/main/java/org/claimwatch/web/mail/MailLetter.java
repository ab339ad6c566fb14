package org.claimwatch.web.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail as it was composed, kept so that every attempt and every recipient get the same. */
@Entity
public class MailLetter {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    public long teamId;

    /** The edition that it is, if it is one. */
    public @Nullable Long digestIssueId;

    /** The notice of alerts that it is, if it is one. */
    public @Nullable Long alertNoticeId;

    /** What one stops: all that comes under this name. */
    public String list;

    public String listName;
    public String subject;
    public String text;
    public String html;
    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected MailLetter() {}

    public MailLetter(long teamId, MailList list, MailText words, Instant createdAt) {
        this.teamId = teamId;
        this.list = list.name();
        this.listName = list.inWords();
        this.subject = words.subject();
        this.text = words.text();
        this.html = words.html();
        this.createdAt = createdAt;
    }

    MailText words() {
        return new MailText(subject, text, html);
    }

    MailList list() {
        return new MailList(list, listName);
    }
}
