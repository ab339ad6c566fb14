/** What has happened among the statements that a saved query matches: what a digest tells and an alert is raised for. */
@NullMarked
package org.claimwatch.web.news;

import org.jspecify.annotations.NullMarked;
