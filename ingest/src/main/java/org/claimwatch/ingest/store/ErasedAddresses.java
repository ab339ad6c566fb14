package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.ingest.fetch.AddressKey;
import org.claimwatch.ingest.fetch.CanonicalUrl;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Recognises an article that was erased at somebody's request by the hashes of its addresses: it is not kept again. */
@ApplicationScoped
class ErasedAddresses {
    private final Session session;

    ErasedAddresses(Session session) {
        this.session = session;
    }

    /** Whether a page is one that was erased, by where it was found or by the address that it gives. */
    boolean isKnownBy(Outlet outlet, URI visited, @Nullable String canonical) {
        List<String> hashes = new ArrayList<>(hashes(visited.toString()));
        if (canonical != null) {
            hashes.addAll(hashes(canonical));
        }
        return session.createNativeQuery(
                                "select count(*) from erased_address where outlet_id = :outlet and address_hash in (:hashes)",
                                Long.class)
                        .setParameter("outlet", outlet.id)
                        .setParameter("hashes", hashes)
                        .getSingleResult()
                > 0;
    }

    /** Of an address in each of the spellings that articles are kept under; never empty. */
    static List<String> hashes(String url) {
        return Stream.of(CanonicalUrl.of(url).orElse(url), AddressKey.of(url).orElse(url))
                .map(ErasedAddresses::hash)
                .distinct()
                .toList();
    }

    private static String hash(String address) {
        try {
            byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
