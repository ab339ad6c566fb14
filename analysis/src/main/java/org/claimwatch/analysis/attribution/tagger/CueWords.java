package org.claimwatch.analysis.attribution.tagger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How often a word was part of a cue in the training data, in five grades. */
final class CueWords {
    static final int LIKELY = 2;
    static final int SURE = 3;

    private final Map<String, Integer> grades;

    /**
     * Graded words.
     *
     * @param grades 1 to 4 by lower-case word; others have grade 0
     */
    CueWords(Map<String, Integer> grades) {
        this.grades = Map.copyOf(grades);
    }

    int grade(Paragraph paragraph, int i) {
        return grades.getOrDefault(paragraph.lower[i], 0);
    }

    static CueWords read(DataInput in) throws IOException {
        int size = in.readInt();
        Map<String, Integer> grades = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            grades.put(in.readUTF(), in.readUnsignedByte());
        }
        return new CueWords(grades);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(grades.size());
        for (Map.Entry<String, Integer> entry : new TreeMap<>(grades).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeByte(entry.getValue());
        }
    }
}
