package org.claimwatch.deploy.corpus;

import java.util.function.LongConsumer;

/** What is stored once, by what it is known by; who asks for something new adds its row. */
interface Known {
    long outlet(String homeUrl, LongConsumer added);

    long actor(String name, String kind, LongConsumer added);
}
