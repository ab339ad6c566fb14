package org.claimwatch.web.team;

import java.util.List;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** A team's audit log, newest first, as far as the filters let it through. */
public record AuditPage(
        Member member,
        List<EntryLine> entries,
        List<Option> people,
        List<Option> subjects,
        String from,
        String to,
        Paging paging,
        Address address) {
    /** What one can filter by. */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * Who did what to what, when.
     *
     * @param kind of the subject, as the filter takes it
     */
    public record EntryLine(
            long id,
            When at,
            String who,
            String deed,
            String kind,
            String subject,
            String name,
            List<Change> changes) {}

    /** One column's value before and after; null where there was or is none. */
    public record Change(
            String what, @Nullable String before, @Nullable String after) {}
}
