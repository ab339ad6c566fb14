package org.claimwatch.web.article;

import java.util.List;

/**
 * What an administrator decides on.
 *
 * @param goes what is deleted, line by line
 * @param stays what is not, though it has to do with the article
 */
public record ErasePage(
        long id, String title, String lang, String outlet, String url, List<String> goes, List<String> stays) {}
