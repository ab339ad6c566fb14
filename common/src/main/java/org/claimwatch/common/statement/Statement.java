package org.claimwatch.common.statement;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.actor.Actor;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.article.ArticleVersion;
import org.jspecify.annotations.Nullable;

/** One attributed occurrence in one article version: speaker, cue, content and form, each with its evidence. */
@Entity
public class Statement {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public ArticleVersion articleVersion;

    /** Place among the statements of its version, from 0 in reading order. */
    public int ordinal;

    /** Null for an unnamed speaker, who is never guessed. */
    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Actor speaker;

    /** The speaker's canonical name, or the description of an unnamed one. */
    public String speakerName;

    @Enumerated(EnumType.STRING)
    public ActorKind speakerKind;

    public @Nullable String speakerAffiliation;

    /** The name that the machine read, where a person said that it means {@link #speaker}. */
    public @Nullable String readSpeakerName;

    /** The words that name the speaker here, perhaps a pronoun. */
    @Embedded
    @AttributeOverride(name = "start", column = @Column(name = "mention_start"))
    @AttributeOverride(name = "end", column = @Column(name = "mention_end"))
    public @Nullable TextSpan mention;

    /** The reporting expression: "said", "according to". */
    @Embedded
    @AttributeOverride(name = "start", column = @Column(name = "cue_start"))
    @AttributeOverride(name = "end", column = @Column(name = "cue_end"))
    public @Nullable TextSpan cue;

    @Enumerated(EnumType.STRING)
    public StatementForm form;

    /** At least one, in reading order; of a DIRECT statement each equals the text between its quotation marks. */
    @ElementCollection
    @CollectionTable(name = "statement_content_span", joinColumns = @JoinColumn(name = "statement_id"))
    @OrderColumn(name = "ordinal")
    public List<TextSpan> contentSpans = new ArrayList<>();

    /** What the content spans cover, joined by " … ": kept for search and lists, the spans remain the evidence. */
    public String content;

    /** From the original speaker outwards to the last relay before the outlet. */
    @OneToMany(mappedBy = "statement", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    public List<AttributionHop> chain = new ArrayList<>();

    /** What the speaker expresses here; the outlet's own stances belong to the version. */
    @OneToMany(mappedBy = "statement", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Stance> stances = new ArrayList<>();

    /** 0 to 1. */
    public float confidence;

    /** 0 to 1. */
    public float checkWorthy;

    @SuppressWarnings("NullAway.Init")
    protected Statement() {}

    public Statement(
            ArticleVersion articleVersion,
            int ordinal,
            String speakerName,
            ActorKind speakerKind,
            StatementForm form,
            String content) {
        this.articleVersion = articleVersion;
        this.ordinal = ordinal;
        this.speakerName = speakerName;
        this.speakerKind = speakerKind;
        this.form = form;
        this.content = content;
    }
}
