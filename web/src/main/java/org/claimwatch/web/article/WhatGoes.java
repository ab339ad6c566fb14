package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.words.ArticleWords;
import org.claimwatch.web.words.CountWords;
import org.jspecify.annotations.Nullable;

/** Counts what an erasure would take away, so that nobody decides on it blindly. */
@ApplicationScoped
class WhatGoes {
    private final Rows rows;

    WhatGoes(Rows rows) {
        this.rows = rows;
    }

    private record Counts(
            long versions,
            long archived,
            long statements,
            long stances,
            long reviews,
            long claims,
            long sharedClaims,
            long stories) {}

    private record Heading(String title, @Nullable String language, String outlet, String url) {}

    Optional<ErasePage> of(long articleId) {
        return rows.first(Heading.class, """
                        select coalesce(v.title, a.announced_title, a.url) as title, v.language, o.name as outlet, a.url
                        from article a join outlet o on o.id = a.outlet_id
                        left join article_version v on v.article_id = a.id
                        where a.id = :article order by v.number desc nulls last limit 1
                        """, Map.of("article", articleId)).map(heading -> page(articleId, heading));
    }

    private ErasePage page(long articleId, Heading heading) {
        Counts counts =
                rows.first(Counts.class, """
                        with v as (select id from article_version where article_id = :article),
                        s as (select id from statement where article_version_id in (select id from v)),
                        c as (select distinct claim_id as id from claim_statement where statement_id in (select id from s)),
                        shared as (select id from c where exists (
                          select from claim_statement cs where cs.claim_id = c.id and cs.statement_id not in (select id from s)))
                        select (select count(*) from v) as versions,
                          (select count(*) from archived_page where article_version_id in (select id from v)) as archived,
                          (select count(*) from s) as statements,
                          (select count(*) from stance where article_version_id in (select id from v)) as stances,
                          (select count(*) from review where article_version_id in (select id from v)) as reviews,
                          (select count(*) from c) - (select count(*) from shared) as claims,
                          (select count(*) from shared) as shared_claims,
                          (select count(*) from story_article sa where sa.article_id = :article and not exists (
                            select from story_article o where o.story_id = sa.story_id and o.article_id <> :article)) as stories
                        """, Map.of("article", articleId)).orElseThrow();
        List<String> goes = new ArrayList<>();
        add(goes, counts.versions(), "versions");
        add(goes, counts.archived(), "archived");
        add(goes, counts.statements(), "statements");
        add(goes, counts.stances(), "stances");
        add(goes, counts.reviews(), "reviews");
        add(goes, counts.claims(), "claims");
        add(goes, counts.stories(), "stories");
        goes.add(ArticleWords.SAY.titleGoes());
        List<String> stays = new ArrayList<>();
        if (counts.sharedClaims() > 0) {
            stays.add(ArticleWords.SAY.claimsStay(CountWords.SAY.claims(counts.sharedClaims())));
        }
        stays.add(ArticleWords.SAY.noteStays());
        stays.add(ArticleWords.SAY.exportsStay());
        return new ErasePage(
                articleId,
                heading.title(),
                heading.language() == null ? "" : heading.language(),
                heading.outlet(),
                heading.url(),
                goes,
                stays);
    }

    private static void add(List<String> lines, long count, String what) {
        if (count > 0) {
            lines.add(ArticleWords.SAY.goes(what, count));
        }
    }
}
