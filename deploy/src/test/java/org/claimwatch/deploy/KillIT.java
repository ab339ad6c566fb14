package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Service;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service may die at any moment: started again, it ends where an undisturbed run ends. */
@ExtendWith(WholeStack.class)
class KillIT {
    @Test
    void killing_each_service_in_the_middle_changes_no_statement(LocalStack stack) throws Exception {
        ReadPress press = new ReadPress(stack.database());
        press.awaitEnd();
        List<String> undisturbed = press.statements();
        assertThat(undisturbed).hasSizeGreaterThan(100);

        stack.service("ingest").close();
        stack.service("analysis").close();
        press.forget();
        stack.service("ingest").start();
        stack.service("analysis").start();
        killAndStart(stack.service("ingest"), press, 5);
        killAndStart(stack.service("analysis"), press, 15);
        killAndStart(stack.service("web"), press, 25);
        press.awaitEnd();

        assertThat(press.statements()).isEqualTo(undisturbed);
    }

    /** Waits until so many articles have come through, so that the rest is under way. */
    private static void killAndStart(Service service, ReadPress press, int articles) throws Exception {
        await().atMost(Duration.ofMinutes(2)).until(() -> press.articlesAnalysed() >= articles);
        service.kill();
        service.start();
    }
}
