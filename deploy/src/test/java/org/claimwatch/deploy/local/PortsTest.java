package org.claimwatch.deploy.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_taken_port_is_named_together_with_the_part_that_needs_it() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket(ports.keycloak(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::demandFree)
                    .isInstanceOf(CannotRun.class)
                    .hasMessage("Port %d is taken, and Keycloak needs it. Stop what listens there, then try again."
                            .formatted(taken.getLocalPort()));
        }
        assertThatCode(ports::demandFree).doesNotThrowAnyException();
    }
}
