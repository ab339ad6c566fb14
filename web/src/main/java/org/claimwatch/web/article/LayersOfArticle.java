package org.claimwatch.web.article;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.article.ArticlePage.OwnVoice;
import org.claimwatch.web.article.ArticlePage.Painted;
import org.claimwatch.web.article.ArticlePage.Toggle;
import org.claimwatch.web.article.Changes.Kind;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.MarkedText;
import org.claimwatch.web.reading.StanceSign;
import org.claimwatch.web.words.ArticleWords;
import org.jspecify.annotations.Nullable;

/**
 * What an article's text can be shown with, and how it looks with what the address asks for.
 *
 * @param own stances of the outlet's own voice
 * @param changes against the version before, null where there is none
 */
record LayersOfArticle(
        ArticleVersion version,
        List<Statement> statements,
        List<Stance> own,
        @Nullable Changes changes) {

    static LayersOfArticle of(
            ArticleVersion version, List<ArticleVersion> all, List<Statement> statements, List<Stance> own) {
        return new LayersOfArticle(
                version,
                statements,
                own,
                all.stream()
                        .filter(other -> other.number < version.number)
                        .reduce((older, newer) -> newer)
                        .map(before -> Changes.between(before.text, version.text, version.language))
                        .orElse(null));
    }

    Painted painted(Address here) {
        Set<Layer> shown = Layer.asked(here);
        String speaker = here.get("speaker");
        var text = new PaintedText(version.text);
        for (Statement s : statements) {
            boolean dim = speaker != null && !speaker.equals(s.speakerName);
            if (shown.contains(Layer.STATEMENTS)) {
                text.statement(s, dim);
            }
            if (shown.contains(Layer.STANCE) && !dim) {
                s.stances.forEach(stance -> text.stance(stance.evidence, StanceSign.of(stance), s.speakerName, null));
            }
        }
        if (shown.contains(Layer.OWN)) {
            own.forEach(stance -> text.stance(stance.evidence, StanceSign.of(stance), null, place(stance)));
        }
        if (shown.contains(Layer.CHANGES) && changes != null) {
            text.changes(changes);
        }
        return new Painted(
                text.paragraphs(),
                counted().entrySet().stream()
                        .map(of -> toggle(of.getKey(), of.getValue(), shown, here))
                        .toList(),
                shown.contains(Layer.STATEMENTS),
                shown.contains(Layer.STANCE),
                shown.contains(Layer.OWN),
                shown.contains(Layer.CHANGES) && changes != null);
    }

    private Map<Layer, Long> counted() {
        Map<Layer, Long> counted = new EnumMap<>(Layer.class);
        counted.put(Layer.STATEMENTS, (long) statements.size());
        counted.put(
                Layer.STANCE,
                statements.stream().mapToLong(s -> s.stances.size()).sum());
        counted.put(Layer.OWN, (long) own.size());
        counted.put(
                Layer.CHANGES,
                changes == null
                        ? 0
                        : changes.count(Kind.ADDED) + changes.count(Kind.REMOVED) + changes.count(Kind.CHANGED));
        return counted;
    }

    private static Toggle toggle(Layer layer, long count, Set<Layer> shown, Address here) {
        boolean on = shown.contains(layer);
        return new Toggle(
                ArticleWords.SAY.layer(layer),
                count,
                layer.shown(!on, shown, here).toString(),
                on);
    }

    /** Each with the way to where it stands in the text. */
    List<OwnVoice> ownVoice(Address here) {
        var text = new MarkedText(version.text);
        String marked = Layer.OWN.shown(true, Layer.asked(here), here).toString();
        return own.stream()
                .map(stance ->
                        new OwnVoice(StanceSign.of(stance), text.cut(stance.evidence), marked + "#" + place(stance)))
                .toList();
    }

    private static String place(Stance stance) {
        return "own-" + Objects.requireNonNull(stance.id, "not stored yet");
    }
}
