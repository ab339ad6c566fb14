package org.claimwatch.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RunOptionsTest {
    @Test
    void options_add_up() {
        assertThat(RunOptions.of()).isEqualTo(new RunOptions(false, true, Set.of(), 64));
        assertThat(RunOptions.of("--fresh", "--no-sample", "--without", "web", "--without", "ingest"))
                .isEqualTo(new RunOptions(true, false, Set.of("web", "ingest"), 64));
    }

    @Test
    void what_does_not_exist_is_named() {
        assertThatThrownBy(() -> RunOptions.of("--new")).hasMessage("Unknown option: --new");
        assertThatThrownBy(() -> RunOptions.of("--without", "mail"))
                .hasMessage("--without takes ingest, analysis or web, not mail");
        assertThatThrownBy(() -> RunOptions.of("--without")).hasMessageEndingWith("not nothing");
    }
}
