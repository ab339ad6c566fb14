package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** The state of the instance. */
public interface SystemWords {
    SystemWords SAY = Bundle.of(SystemWords.class);

    @English("System")
    String system();

    @English("release {release}")
    String release(String release);

    @English("tables of {version} ({description}), {ranAt}")
    RawString tables(String version, String description, RawString ranAt);

    @English("database {database}")
    String database(String database);

    @English("pages that wait for the archive: {pagesWaiting}")
    String waiting(Number pagesWaiting);

    @English("Queues")
    String queues();

    @English("Queues, a table")
    String queuesTable();

    @English("Queue")
    String queue();

    @English("Due")
    String due();

    @English("Oldest waits")
    String oldest();

    @English("All tasks")
    String allTasks();

    @English("Failing")
    String failing();

    @English("Tasks that fail")
    String tasksThatFail();

    @English("None: the newest attempt of every task went well.")
    String noneFails();

    @English("Tasks that fail, a table")
    String tasksTable();

    @English("Task")
    String task();

    @English("Which")
    String which();

    @English("Attempts in a row")
    String attempts();

    @English("Last")
    String last();

    @English("Newest polls")
    String newestPolls();

    @English("No feed has been asked yet.")
    String noPoll();

    @English("Newest polls, a table")
    String pollsTable();

    @English("Outlet")
    String outlet();

    @English("Feed")
    String feed();

    @English("Asked")
    String asked();

    @English("Problem")
    String problem();

    @English("Analyses")
    String analyses();

    @English("No text has been read yet.")
    String nothingRead();

    @English("Analyses, a table")
    String analysesTable();

    @English("Analysis")
    String analysis();

    @English("Versions read by it")
    String versionsRead();

    @English("{n} s")
    String seconds(Number n);

    @English("{n} min")
    String minutes(Number n);

    @English("{n} h")
    String hours(Number n);

    @English("{n} MB")
    String megabytes(Number n);

    @English("{n} GB")
    String gigabytes(Number n);
}
