package org.claimwatch.web.layout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Measures how long each page takes to be put together, by its name and how it ended. */
public class PageTimer {
    private static final String STARTED = PageTimer.class.getName();

    private final MeterRegistry meters;

    public PageTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    @ServerRequestFilter
    public void start(ContainerRequestContext request) {
        request.setProperty(STARTED, Timer.start(meters));
    }

    @ServerResponseFilter
    public void stop(ContainerRequestContext request, ContainerResponseContext response, SimpleResourceInfo route) {
        if (request.getProperty(STARTED) instanceof Timer.Sample sample && route.getResourceClass() != null) {
            sample.stop(meters.timer(
                    "claimwatch.web.page",
                    "page",
                    route.getResourceClass().getSimpleName() + "." + route.getMethodName(),
                    "outcome",
                    response.getStatus() / 100 + "xx"));
        }
    }
}
