package org.claimwatch.web.article;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.Address;
import org.jspecify.annotations.Nullable;

/** What may be shown in an article's text beside its words; the address says which of them, in one parameter. */
enum Layer {
    STATEMENTS,
    STANCE,
    OWN,
    CHANGES;

    private static final String PARAMETER = "show";
    /** No layer at all: an empty parameter would say nothing. */
    private static final String TEXT = "text";

    private static final Set<Layer> USUAL = Set.of(STATEMENTS);

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Statements alone unless the address says otherwise; of what is no layer nothing is made. */
    static Set<Layer> asked(Address here) {
        String asked = here.get(PARAMETER);
        return asked == null ? USUAL : among(List.of(asked.split(",", -1)));
    }

    private static Set<Layer> among(List<String> words) {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        Arrays.stream(values()).filter(layer -> words.contains(layer.word())).forEach(layers::add);
        return layers;
    }

    /** Where this layer is shown in addition to those, or no longer. */
    Address shown(boolean so, Set<Layer> layers, Address here) {
        Set<Layer> then = EnumSet.noneOf(Layer.class);
        then.addAll(layers);
        if (so) {
            then.add(this);
        } else {
            then.remove(this);
        }
        return here.with(PARAMETER, then.equals(USUAL) ? null : written(then));
    }

    private static @Nullable String written(Set<Layer> layers) {
        return layers.isEmpty() ? TEXT : layers.stream().map(Layer::word).collect(Collectors.joining(","));
    }
}
