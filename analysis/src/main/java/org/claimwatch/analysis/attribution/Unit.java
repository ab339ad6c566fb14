package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of the narrative, whatever sentences its quotations hold.
 *
 * @param paragraph index of the paragraph where it begins
 */
record Unit(List<Item> items, int paragraph) {
    Unit {
        items = List.copyOf(items);
    }

    int size() {
        return items.size();
    }

    Item at(int i) {
        return items.get(i);
    }

    boolean is(int i, String word) {
        return i >= 0 && i < items.size() && items.get(i).is(word);
    }

    List<Quotation> quotations() {
        List<Quotation> quotations = new ArrayList<>();
        for (Item item : items) {
            Quotation quotation = item.quotation();
            if (quotation != null) {
                quotations.add(quotation);
            }
        }
        return quotations;
    }

    /** Whether it holds nothing but quotations and marks. */
    boolean isBare() {
        return items.stream().allMatch(i -> i.isQuotation() || !i.token().isWord());
    }
}
