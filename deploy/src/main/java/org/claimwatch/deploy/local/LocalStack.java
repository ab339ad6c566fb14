package org.claimwatch.deploy.local;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Claimwatch with all that it needs, started and stopped as one. */
public final class LocalStack implements AutoCloseable {
    private final Folders folders;
    private final Ports ports;
    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private final MailCatcher mailCatcher;
    private final SamplePress samplePress;
    private final Environments environments;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final RunOptions options;
    private final Startup startup;
    private @Nullable DataLock lock;
    private @Nullable Guard guard;

    /**
     * Prepares a stack that runs nothing yet.
     *
     * @param out where each part reports
     */
    public LocalStack(Folders folders, Ports ports, RunOptions options, PrintStream out) {
        this(folders, ports, options, out, Map.of());
    }

    /**
     * The same, told more.
     *
     * @param settings that every service is told besides, by the names of environment variables
     */
    public LocalStack(Folders folders, Ports ports, RunOptions options, PrintStream out, Map<String, String> settings) {
        this.folders = folders;
        this.ports = ports;
        this.options = options;
        this.postgres = new LocalPostgres(folders, ports, options.databaseMemory());
        this.keycloak = new LocalKeycloak(folders, postgres, ports);
        this.mailCatcher = new MailCatcher(ports);
        this.samplePress = new SamplePress(folders.samplePress(), ports);
        this.startup = new Startup(out);
        this.environments = new Environments(ports, postgres, keycloak, folders, settings);
        for (String name : List.of("ingest", "analysis", "web")) {
            if (!options.without().contains(name)) {
                services.put(name, new Service(name, name, folders, environments.of(name)));
            }
        }
    }

    /**
     * Starts every part and returns when all are ready.
     *
     * @throws CannotRun saying in one line what is in the way; what has started by then is for {@link #close()}
     */
    public void start() throws IOException {
        folders.prepare();
        lock = DataLock.of(folders.data());
        ProcessFile.stopLeftOvers(folders.running());
        if (options.fresh()) {
            folders.deleteData();
        }
        ports.demandFree();
        guard = Guard.over(folders.running());

        var mail = startup.begin("mail catcher", mailCatcher::start);
        var database = startup.begin("PostgreSQL", postgres::start);
        var press = startup.begin("sample press", this::openSamplePress);
        var built = keycloak.isPrepared()
                ? CompletableFuture.completedFuture(null)
                : startup.begin("Keycloak build", keycloak::prepare);
        var tables = startup.begin("tables", this::prepareTables, database);
        var signIn = startup.begin("Keycloak", keycloak::start, database, built);

        List<CompletableFuture<Void>> all = new ArrayList<>(List.of(mail, press, signIn, tables));
        for (Service service : services.values()) {
            all.add(
                    service.name().equals("web")
                            ? startup.begin("web", service::start, tables, signIn, mail)
                            : startup.begin(service.name(), service::start, tables, press));
        }
        startup.await(all.toArray(CompletableFuture[]::new));
    }

    /** The database alone, with its tables: for what fills or reads it while nothing else runs. */
    public void startDatabase() throws IOException, SQLException {
        folders.prepare();
        lock = DataLock.of(folders.data());
        ProcessFile.stopLeftOvers(folders.running());
        guard = Guard.over(folders.running());
        postgres.start();
        postgres.migrate();
    }

    public Service service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    /**
     * One more of a service, not started: a replica, or one that is told otherwise. Whoever asks for it closes it.
     *
     * @param name its own, for its log
     * @param settings over those of the stack's own
     */
    public Service another(String service, String name, Map<String, String> settings) {
        return another(service, name, settings, folders);
    }

    /**
     * The same, of another build of Claimwatch.
     *
     * @param build whose project is that build's checkout
     */
    public Service another(String service, String name, Map<String, String> settings, Folders build) {
        Ports own = Ports.free();
        Map<String, String> environment = environments.of(service);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(own.web()));
        environment.put(Environments.PROBES, Integer.toString(own.probes().web()));
        environment.putAll(settings);
        return new Service(name, service, build, environment);
    }

    Collection<Service> services() {
        return services.values();
    }

    /** Closes every connection to the database and opens it again, as an update of PostgreSQL does. */
    public void restartDatabase() throws IOException, SQLException {
        postgres.close();
        postgres.start();
    }

    /** The sign-in service, to be stopped and started. */
    public LocalKeycloak keycloak() {
        return keycloak;
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public SamplePress samplePress() {
        return samplePress;
    }

    public DataSource database() {
        return postgres.app();
    }

    /** Connects as who may do everything. */
    public DataSource superuser() {
        return postgres.superuser();
    }

    public Folders folders() {
        return folders;
    }

    public Ports ports() {
        return ports;
    }

    public MailCatcher mailCatcher() {
        return mailCatcher;
    }

    /** Stops everything in order: who asks before who answers; the data stay. */
    @Override
    public void close() throws IOException {
        startup.close();
        services.values().parallelStream().forEach(Service::close);
        keycloak.close();
        samplePress.close();
        mailCatcher.close();
        postgres.close();
        if (guard != null) {
            guard.close();
        }
        if (lock != null) {
            lock.close();
        }
    }

    private void openSamplePress() throws IOException {
        if (options.sample()) {
            samplePress.start();
        }
    }

    private void prepareTables() throws Exception {
        postgres.migrate();
        if (options.sample()) {
            insertSample();
        }
    }

    /** The sample press's outlets and the demo team; doing it again changes nothing. */
    public void insertSample() throws SQLException, IOException {
        new SampleData(folders, ports).insert(postgres.app());
    }
}
