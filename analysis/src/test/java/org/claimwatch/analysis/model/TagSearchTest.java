package org.claimwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagSearchTest {
    private static final String TEXT =
            "The harbour master , who owns eleven purple tugboats , said on Tuesday that \" no ship "
                    + "had left \" since 2019 ; Anna Veldt did n't answer . Der Minister sagte , man werde 3,5 Millionen zahlen ! "
                    + "ʬ \uFFFD -- a.m. U.S. @home #tag http://example.org/x?y=1 '' can not ' re-open ' well-being";

    @ParameterizedTest
    @ValueSource(strings = {"/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", "/opennlp-de-ud-gsd-pos-1.3-2.5.4.bin"})
    void findsWhatTheLibraryFinds(String resource) throws IOException {
        POSModel model;
        try (InputStream in = TagSearchTest.class.getResourceAsStream(resource)) {
            model = new POSModel(in);
        }
        POSTaggerME library = new POSTaggerME(model);
        TagSearch search = new TagSearch(model);
        List<String> words = new ArrayList<>(Arrays.asList(TEXT.split(" ")));
        Random random = new Random(7);
        assertThat(search.tags(new String[0])).isEmpty();
        for (int n = 0; n < 60; n++) {
            String[] sentence =
                    words.subList(0, 1 + random.nextInt(words.size())).toArray(String[]::new);
            assertThat(search.tags(sentence))
                    .as("tags of %s", String.join(" ", sentence))
                    .isEqualTo(library.tag(sentence));
            Collections.shuffle(words, random);
        }
    }
}
