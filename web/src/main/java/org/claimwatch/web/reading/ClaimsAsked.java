package org.claimwatch.web.reading;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Claims.Order;

/**
 * Which claims an address asks for, and in which order: the page and its export read it alike. What is called new or
 * contested is so without the readings that the machine doubts, as on Today.
 */
public record ClaimsAsked(Condition condition, Demand demand, Order order) {
    public static ClaimsAsked of(Address address, Condition matching, Instant from, Instant to) {
        Order order = Optional.ofNullable(address.get("order"))
                .flatMap(asked -> Arrays.stream(Order.values())
                        .filter(o -> o.word().equals(asked))
                        .findFirst())
                .orElse(Order.WORTH);
        Condition within = matching.and(Condition.between(from, to));
        return switch (Optional.ofNullable(address.get("show")).orElse("")) {
            case "contested" -> new ClaimsAsked(within.and(Condition.CONFIDENT), Demand.CONTESTED, order);
            case "new" -> new ClaimsAsked(matching.and(Condition.CONFIDENT), Demand.firstSeenIn(from, to), order);
            default -> new ClaimsAsked(within, Demand.NONE, order);
        };
    }
}
