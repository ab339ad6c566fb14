package org.claimwatch.web.reading;

import java.util.List;
import org.claimwatch.web.reading.Articles.ArticleLine;

/** The rows of one page of matches: of the four lists, that of the page's kind is filled. */
public record Found(
        List<StatementCard> statements, List<ArticleLine> articles, List<ClaimLine> claims, List<StoryLine> stories) {}
