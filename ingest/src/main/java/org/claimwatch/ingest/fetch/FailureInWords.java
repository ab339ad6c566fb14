package org.claimwatch.ingest.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.claimwatch.ingest.fetch.FetchFailedException.Problem;

/** Says what stood in the way of an answer, in words for the page of an outlet. */
final class FailureInWords {
    private final FetchConfig config;

    FailureInWords(FetchConfig config) {
        this.config = config;
    }

    FetchFailedException of(String host, IOException e, boolean outOfTime) {
        CertificateFault fault = fault(e);
        if (fault != null) {
            return new FetchFailedException(Problem.CERTIFICATE, fault.inWords(), fault);
        }
        String said = String.valueOf(e.getMessage());
        return switch (e) {
            case CheckedResolver.RefusedHostException inside -> FetchFailedException.refused(said);
            case Body.TooLargeException big -> because(Problem.TOO_LARGE, host + " " + said);
            case MessageConstraintException headers ->
                because(Problem.TOO_LARGE, host + " sent more or longer headers than a page can have");
            case IOException late
            when outOfTime ->
                because(
                        Problem.TOO_SLOW,
                        host + " did not finish within " + config.totalTime().toSeconds() + " s");
            case CheckedResolver.SlowNamesException slow ->
                because(Problem.NO_SUCH_HOST, "the name servers of " + host + " did not answer in time");
            case UnknownHostException unknown -> because(Problem.NO_SUCH_HOST, "there is no host named " + host);
            case ConnectTimeoutException slow -> because(Problem.NO_CONNECTION, host + " could not be reached in time");
            case SocketTimeoutException slow -> because(Problem.TOO_SLOW, host + " did not answer in time");
            case ConnectException closed -> because(Problem.NO_CONNECTION, host + " did not accept the connection");
            case NoRouteToHostException away -> because(Problem.NO_CONNECTION, host + " cannot be reached");
            case SSLException insecure ->
                because(Problem.TLS, "no secure connection to " + host + " came about: " + said);
            case ZipException packed -> because(Problem.BROKEN, "what " + host + " sent " + unpacking(said));
            case EOFException packed -> because(Problem.BROKEN, "what " + host + " sent broke off");
            default -> because(Problem.BROKEN, "the connection to " + host + " broke: " + said);
        };
    }

    private static String unpacking(String said) {
        return said.startsWith("is packed") ? said : "cannot be unpacked: " + said;
    }

    private static FetchFailedException because(Problem problem, String reason) {
        return new FetchFailedException(problem, reason, null);
    }

    private static @org.jspecify.annotations.Nullable CertificateFault fault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof WatchfulTrust.UntrustedException untrusted) {
                return untrusted.fault();
            }
        }
        return null;
    }
}
