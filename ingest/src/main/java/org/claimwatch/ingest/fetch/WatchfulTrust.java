package org.claimwatch.ingest.fetch;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.claimwatch.ingest.fetch.CertificateFault.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Trusts whom the platform's trust manager trusts, host name included, and says of a refused certificate what is wrong
 * with it, which the platform says in words for developers only.
 */
final class WatchfulTrust extends X509ExtendedTrustManager {
    /** A certificate was refused. */
    static final class UntrustedException extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final transient CertificateFault fault;

        UntrustedException(CertificateFault fault, CertificateException cause) {
            super(cause.getMessage(), cause);
            this.fault = fault;
        }

        CertificateFault fault() {
            return fault;
        }
    }

    private final X509ExtendedTrustManager platform;

    private WatchfulTrust(X509ExtendedTrustManager platform) {
        this.platform = platform;
    }

    /** @param authorities whom to trust, null for those that the JVM trusts */
    static WatchfulTrust of(@Nullable KeyStore authorities) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return new WatchfulTrust(Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JVM's certificate authorities cannot be read", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            platform.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            String host = socket instanceof SSLSocket tls && tls.getHandshakeSession() != null
                    ? String.valueOf(tls.getHandshakeSession().getPeerHost())
                    : "the host";
            throw new UntrustedException(fault(chain, type, host), e);
        }
    }

    private CertificateFault fault(X509Certificate[] chain, String type, String host) {
        X509Certificate shown = chain[0];
        return new CertificateFault(
                kind(chain, type),
                host,
                shown.getSubjectX500Principal().getName(),
                shown.getIssuerX500Principal().getName(),
                shown.getNotBefore().toInstant(),
                shown.getNotAfter().toInstant());
    }

    private Kind kind(X509Certificate[] chain, String type) {
        X509Certificate shown = chain[0];
        Instant now = Instant.now();
        if (now.isAfter(shown.getNotAfter().toInstant())) {
            return Kind.EXPIRED;
        } else if (now.isBefore(shown.getNotBefore().toInstant())) {
            return Kind.NOT_YET_VALID;
        }
        try {
            platform.checkServerTrusted(chain, type);
            return Kind.WRONG_HOST;
        } catch (CertificateException withoutHost) {
            if (shown.getSubjectX500Principal().equals(shown.getIssuerX500Principal())) {
                return Kind.SELF_SIGNED;
            }
            boolean noPath = causedBy(withoutHost, java.security.cert.CertPathBuilderException.class);
            return noPath ? Kind.UNKNOWN_ISSUER : Kind.UNFIT;
        }
    }

    private static boolean causedBy(Throwable thrown, Class<?> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        platform.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        platform.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
