package org.claimwatch.deploy.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.claimwatch.deploy.local.CannotRun;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code ./claimwatch load-corpus}: fills a database with an invented corpus of any size, to measure at that size. */
public final class LoadCorpus {
    private LoadCorpus() {}

    public static void main(String[] arguments) throws Exception {
        CorpusOptions options = options(arguments);
        Folders folders = Folders.ofProject(Path.of(""));
        try {
            if (options.database() != null) {
                PGSimpleDataSource database = new PGSimpleDataSource();
                database.setUrl(options.database());
                load(folders, options, database, System.out);
                return;
            }
            onThisMachine(folders, options);
        } catch (CannotRun e) {
            System.err.println("claimwatch: " + e.getMessage());
            System.exit(1);
        } catch (SQLException e) {
            System.err.println("claimwatch: the database refused: " + e.getMessage()
                    + ". Its tables must be migrated, and the user of --database a superuser.");
            System.exit(1);
        }
    }

    private static void onThisMachine(Folders folders, CorpusOptions options) throws IOException, SQLException {
        PrintStream out = System.out;
        LocalStack stack =
                new LocalStack(folders, Ports.usual(), RunOptions.of("--no-sample", "--database-memory", "1024"), out);
        try {
            stack.startDatabase();
            load(folders, options, stack.superuser(), out);
        } finally {
            stack.close();
        }
    }

    /** Fills a migrated database that holds no articles, and prints what the rows take. */
    public static void load(Folders folders, CorpusOptions options, DataSource superuser, PrintStream out)
            throws IOException, SQLException {
        out.printf(
                "%,d articles and about %,d statements of %d days:%n",
                options.articles(), options.statements(), options.days());
        new BulkLoad(superuser, out).load(PressTemplates.of(folders.samplePress()), options);
        Sizes.print(superuser, out);
    }

    private static CorpusOptions options(String... arguments) {
        try {
            return CorpusOptions.of(LocalDate.now(java.time.ZoneOffset.UTC), arguments);
        } catch (IllegalArgumentException | DateTimeException e) {
            System.err.print(e.getMessage() + System.lineSeparator() + CorpusOptions.USAGE);
            System.exit(2);
            throw e;
        }
    }
}
