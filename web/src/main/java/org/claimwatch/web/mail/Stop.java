package org.claimwatch.web.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.security.TeamRows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address in each copy of a mail by which its recipient, signed in or not, stops it and takes that back. */
@ApplicationScoped
public class Stop {
    static final String PATH = "/stop/";
    private static final String PURPOSE = "stop";

    private final Seal seal;
    private final TeamRows teams;
    private final Standing standing;
    private final String base;

    Stop(
            Seal seal,
            TeamRows teams,
            Standing standing,
            @ConfigProperty(name = "claimwatch.digest.address", defaultValue = "http://127.0.0.1:8080") URI address) {
        this.seal = seal;
        this.teams = teams;
        this.standing = standing;
        this.base = address.toString().replaceFirst("/+$", "");
    }

    /** What somebody holds who was sent a mail. */
    record Holder(long teamId, MailList list, String address) {}

    String token(long teamId, MailList list, String address) {
        return seal.seal(PURPOSE, List.of(Long.toString(teamId), list.name(), list.inWords(), address));
    }

    String address(String token) {
        return base + PATH + token;
    }

    /** As it stands in a letter, before it is a copy of somebody's. */
    public String placeholder() {
        return address(MailText.STOP);
    }

    Optional<Holder> holder(String token) {
        return seal.open(PURPOSE, token)
                .filter(parts -> parts.size() == 4)
                .map(parts -> new Holder(
                        Long.parseLong(parts.get(0)), new MailList(parts.get(1), parts.get(2)), parts.get(3)));
    }

    void stop(Holder holder) {
        teams.of(
                holder.teamId(),
                () -> standing.optOut(holder.teamId(), holder.list().name(), holder.address()));
    }

    void again(Holder holder) {
        teams.of(holder.teamId(), () -> standing.optIn(holder.list().name(), holder.address()));
    }

    boolean stopped(Holder holder) {
        return teams.of(holder.teamId(), () -> standing.optedOut(holder.list().name(), holder.address()));
    }
}
