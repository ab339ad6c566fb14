package org.claimwatch.analysis.attribution.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.claimwatch.analysis.model.LinearChainCrf;

/**
 * Everything that was learnt, as one resource.
 *
 * @param roles the first pass
 * @param arguments the second pass
 * @param spanRatings one for each role
 */
record AttributionModel(
        CueWords cueWords,
        LinearChainCrf roles,
        LinearChainCrf arguments,
        List<Rating> spanRatings,
        Rating linkRating) {
    private static final String FORMAT = "claimwatch attribution 1";

    static AttributionModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
        String format = data.readUTF();
        if (!format.equals(FORMAT)) {
            throw new IOException("not a \"" + FORMAT + "\" model but \"" + format + "\"");
        }
        CueWords cueWords = CueWords.read(data);
        LinearChainCrf roles = LinearChainCrf.read(data);
        LinearChainCrf arguments = LinearChainCrf.read(data);
        List<Rating> spanRatings = new ArrayList<>();
        for (int role = 0; role < Role.values().length; role++) {
            spanRatings.add(Rating.read(data));
        }
        return new AttributionModel(cueWords, roles, arguments, List.copyOf(spanRatings), Rating.read(data));
    }

    void write(OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
            data.writeUTF(FORMAT);
            cueWords.write(data);
            roles.write(data);
            arguments.write(data);
            for (Rating rating : spanRatings) {
                rating.write(data);
            }
            linkRating.write(data);
        }
    }
}
