package org.claimwatch.web.support;

import io.quarkus.test.common.QuarkusTestResource;
import org.claimwatch.common.support.TestDatabase;

/** What every test of the running application needs round it; started once for all. */
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(Mailbox.class)
@QuarkusTestResource(ArchiveServer.class)
final class Surroundings {}
