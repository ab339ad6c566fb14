package org.claimwatch.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.Decisions;

/**
 * Leads whoever asks for an actor or a claim that a person merged into another to that one, as its page does. Merges belong to
 * the whole instance, whoever made them; one can be undone, so that nobody is to remember where it led.
 */
@ApplicationScoped
public class Merged {
    private final Decisions decisions;

    Merged(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Goes on where nobody merged the claim into another.
     *
     * @throws RedirectionException to the same of the claim that stays
     */
    public void claim(long id, UriInfo uri) {
        decisions.claimInItsPlace(id).ifPresent(stays -> {
            throw leading(uri, "claim", id, stays);
        });
    }

    /**
     * Goes on where nobody merged the actor into another.
     *
     * @throws RedirectionException to the same of the actor that stays
     */
    public void actor(long id, UriInfo uri) {
        decisions.actorInItsPlace(id).ifPresent(stays -> {
            throw leading(uri, "actor", id, stays);
        });
    }

    /** The thing stands in the path, or in a parameter of its name. */
    private static RedirectionException leading(UriInfo uri, String thing, long id, long stays) {
        Address here = Address.of(uri);
        Address there = here.at(
                here.path().replaceFirst("/%ss/0*%d(?=/|$)".formatted(thing, id), "/%ss/%d".formatted(thing, stays)));
        return new RedirectionException(
                Response.Status.TEMPORARY_REDIRECT,
                URI.create((here.get(thing) == null ? there : there.with(thing, stays)).toString()));
    }
}
