package org.claimwatch.analysis.pipeline;

import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.claimwatch.analysis.actor.ActorResolver;
import org.claimwatch.analysis.actor.ArticleActors;
import org.claimwatch.analysis.actor.ArticleActors.Identified;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.actor.RuleActorResolver;
import org.claimwatch.analysis.actor.Speaker;
import org.claimwatch.analysis.actor.Speech;
import org.claimwatch.analysis.attribution.Attribution;
import org.claimwatch.analysis.attribution.Attributor;
import org.claimwatch.analysis.attribution.JointAttributor;
import org.claimwatch.analysis.attribution.RuleAttributor;
import org.claimwatch.analysis.attribution.TrainedAttributor;
import org.claimwatch.analysis.attribution.Verbatim;
import org.claimwatch.analysis.attribution.tagger.AttributionTagger;
import org.claimwatch.analysis.checkworthy.CheckWorthiness;
import org.claimwatch.analysis.checkworthy.FeatureCheckWorthiness;
import org.claimwatch.analysis.claim.Propositions;
import org.claimwatch.analysis.claim.Utterance;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.model.PosTagger;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStance;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.analysis.segment.Segmenter;
import org.claimwatch.analysis.stance.EncoderStanceReader;
import org.claimwatch.analysis.stance.StanceReader;
import org.claimwatch.analysis.story.Profiles;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;

/** Walks one text through the steps that need no other text. */
public final class ArticleReader {
    /** Code points; the longest press articles have less than half of that. */
    private static final int LONGEST = 500_000;

    private final Segmenter segmenter;
    private final Attributor attributor;
    private final ActorResolver actors;
    private final StanceStep stances;
    private final CheckWorthiness checkWorthiness;

    public ArticleReader(
            Segmenter segmenter,
            Attributor attributor,
            ActorResolver actors,
            StanceReader stances,
            CheckWorthiness checkWorthiness) {
        this.segmenter = segmenter;
        this.attributor = attributor;
        this.actors = actors;
        this.stances = new StanceStep(stances);
        this.checkWorthiness = checkWorthiness;
    }

    /** The steps as they stand now. */
    public static ArticleReader standard() {
        return standard(UnaryOperator.identity());
    }

    /** The steps as they stand now, with an attributor around the one that they have. */
    static ArticleReader standard(UnaryOperator<Attributor> around) {
        PosTagger english = OpenNlpPosTagger.english();
        Attributor rules = new RuleAttributor();
        return new ArticleReader(
                new RuleSegmenter(Map.of("en", english, "de", OpenNlpPosTagger.german())),
                around.apply(new JointAttributor(rules, new TrainedAttributor(AttributionTagger.english(), rules))),
                new RuleActorResolver(),
                EncoderStanceReader.standard(),
                new FeatureCheckWorthiness());
    }

    public static RuleSegmenter segmenter() {
        return new RuleSegmenter(Map.of("en", OpenNlpPosTagger.english(), "de", OpenNlpPosTagger.german()));
    }

    /**
     * Reads a text.
     *
     * @throws UnreadableTextException where it is so long that it cannot be an article
     */
    public ArticleReading read(ArticleToRead article) {
        refuseEndless(article.text());
        SegmentedText text = timed("segment", () -> segmenter.segment(article.text(), article.language()));
        Verbatim verbatim = new Verbatim(text);
        List<Attribution> attributions = timed("attribute", () -> attributor.attribute(text)).stream()
                .filter(verbatim::holds)
                .toList();
        List<Speech> speeches = attributions.stream()
                .map(a -> new Speech(a.content(), a.source(), a.relays(), a.continues()))
                .toList();
        ArticleActors found = timed("resolve", () -> actors.resolve(text, article.outlets(), speeches));
        NamedTargets targets = StanceStep.targets(text, found.named());
        List<ReadStatement> statements = new ArrayList<>();
        RelationStep relations = new RelationStep(text, attributions);
        Set<Integer> said = OwnSide.told(attributions, found.speakers());
        for (int i = 0; i < attributions.size(); i++) {
            if (!said.contains(i)) {
                ReadStatement statement =
                        statement(text, attributions.get(i), found.speakers().get(i), targets);
                statements.add(related(i, statement, relations, article.outlets()));
            }
        }
        return new ArticleReading(
                text,
                statements,
                stances.ofOutlet(text, attributions, targets),
                found.named(),
                Profiles.of(article.title(), article.text(), article.published()));
    }

    /**
     * Refuses what cannot be read in a time that anybody waits for.
     *
     * @throws UnreadableTextException where it is so long that it cannot be an article
     */
    public static void refuseEndless(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw new UnreadableTextException(String.format(
                    Locale.ROOT,
                    "the text has %,d characters; more than %,d are no article and are not read",
                    length,
                    LONGEST));
        }
    }

    /** How long each step takes; a batch command has no registry, and measures nothing. */
    private static <T> T timed(String step, Supplier<T> work) {
        return Objects.requireNonNull(
                Metrics.timer("claimwatch.analysis.step", "step", step).record(work));
    }

    private ReadStatement statement(
            SegmentedText text, Attribution attribution, Identified identified, NamedTargets targets) {
        String content = attribution.content().stream().map(text::cut).collect(Collectors.joining(" … "));
        String said = said(text, attribution);
        List<ReadStance> read =
                timed("stance", () -> stances.ofSpeaker(text, attribution, identified.speaker(), targets));
        return new ReadStatement(
                attribution,
                identified.speaker(),
                identified.chain(),
                content,
                read,
                Propositions.of(utterance(text, attribution, identified.speaker(), said)),
                Optional.empty(),
                checkWorthiness.score(said));
    }

    /** What takes back or supports a claim is none of those who make it. */
    private static ReadStatement related(int i, ReadStatement statement, RelationStep relations, OutletNames outlets) {
        if (relations.isOnlyClaimed(i)) {
            return statement.claiming(Optional.empty(), Optional.empty());
        }
        return relations
                .of(i)
                .map(found -> {
                    ReadStatement own =
                            found.words().outlets() && !outlets.own().isEmpty()
                                    ? statement.saidBy(outlets.own())
                                    : statement;
                    return own.claiming(relations.proposition(found, own), relations.read(found));
                })
                .orElse(statement);
    }

    /** One string; the comma before an inserted cue ends a sentence where another one begins after it. */
    private static String said(SegmentedText text, Attribution attribution) {
        StringBuilder said = new StringBuilder();
        for (TextSpan span : attribution.content()) {
            String words = text.cut(span);
            int last = said.length() - 1;
            if (last >= 0 && said.charAt(last) == ',' && Character.isUpperCase(words.charAt(0))) {
                said.setCharAt(last, '.');
            }
            said.append(said.isEmpty() ? "" : " ").append(words);
        }
        return said.toString();
    }

    private static Utterance utterance(SegmentedText text, Attribution attribution, Speaker speaker, String said) {
        List<Token> words = attribution.content().stream()
                .flatMap(span -> text.tokensIn(span).stream())
                .toList();
        boolean named = speaker.kind() == ActorKind.PERSON || speaker.kind() == ActorKind.ORGANISATION;
        return new Utterance(
                said,
                words,
                text.language(),
                attribution.form() == StatementForm.DIRECT,
                attribution.cue() == null ? "" : text.cut(attribution.cue()).toLowerCase(Locale.ROOT),
                named ? speaker.name() : null,
                speaker.kind() == ActorKind.PERSON);
    }
}
