package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Stopping a mail, signed out. */
public interface MailWords {
    MailWords SAY = Bundle.of(MailWords.class);

    @English("Not known")
    String notKnown();

    @English("Stopped")
    String stoppedTitle();

    @English("Stop this mail?")
    String stopTitle();

    @English("This address stops nothing")
    String stopsNothing();

    @English(
            "It is not one that Claimwatch has sent, or a part of it is missing. Open the link in the mail itself, or ask whoever runs your instance.")
    String stopsNothingWhy();

    @English("Stopped")
    String stopped();

    @English("<b>{address}</b> gets no more of {list}.")
    RawString getsNoMore(String address, String list);

    @English("Send it to me again")
    String sendAgain();

    @English("Stop this mail?")
    String stopQuestion();

    @English("<b>{address}</b> gets {list}.")
    RawString gets(String address, String list);

    @English("Stop it")
    String stopIt();

    @English("Nothing is changed until you press the button. You can take it back here.")
    String nothingYet();

    @English("no recipient any more when it could be sent")
    String noRecipient();

    @English("stopped by the recipient on {date}")
    String stoppedBy(String date);

    @English("stopped, because {n, plural, one{# mail} other{# mails}} came back; the last said: {answer}")
    String cameBack(Number n, String answer);
}
