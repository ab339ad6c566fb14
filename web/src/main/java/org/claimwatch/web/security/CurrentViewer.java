package org.claimwatch.web.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks for this page, and for which team; set once by {@link Gate}. */
@RequestScoped
public class CurrentViewer {
    private @Nullable Viewer viewer;
    private @Nullable Member member;

    void set(Viewer viewer, @Nullable Member member) {
        this.viewer = viewer;
        this.member = member;
    }

    public boolean known() {
        return viewer != null;
    }

    /** Before the gate has let anybody in, nothing. */
    Sight sight() {
        return viewer == null
                ? Sight.NONE
                : new Sight(member == null ? null : member.teamId(), viewer.accountId(), false, null);
    }

    public Viewer get() {
        return Objects.requireNonNull(viewer, "asked for the viewer before the gate");
    }

    /** The team in the address, else the one visited last, else the viewer's first. */
    public Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    /** The team in the address, of which the gate has made sure that the viewer belongs to it. */
    public Member memberOfThis() {
        return Objects.requireNonNull(member, "asked for the team outside /teams/{slug}");
    }
}
