package org.claimwatch.deploy.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.claimwatch.deploy.local.CannotRun;

/** {@code ./claimwatch images}: the four images as files, or in a registry, without a Docker daemon. */
public final class Images {
    /** Anybody but root: the number that the manifests name, too. */
    static final String USER = "10001:10001";

    private final Path project;
    private final Path work;
    private final ImageOptions options;
    private final Provenance provenance;

    public Images(Path project, Path work, ImageOptions options) throws IOException {
        this.project = project;
        this.work = work;
        this.options = options;
        this.provenance = Provenance.of(project);
    }

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of("").toAbsolutePath();
        try {
            ImageOptions options = ImageOptions.of(arguments);
            new Images(project, project.resolve("deploy/target/images"), options)
                    .build()
                    .forEach(Images::report);
        } catch (IllegalArgumentException e) {
            System.err.println("claimwatch: " + e.getMessage());
            System.err.print(ImageOptions.USAGE);
            System.exit(2);
        } catch (CannotRun e) {
            System.err.println("claimwatch: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Builds all of them; the digest of each by its name, as a manifest names it. */
    public Map<String, String> build() throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path runtime = JavaRuntime.in(work);
        FileEntriesLayer java = ServiceImage.runtime(runtime);
        Map<String, String> digests = new TreeMap<>();
        for (ServiceImage image : images()) {
            digests.put(image.name(), build(image, java));
        }
        return digests;
    }

    private List<ServiceImage> images() throws IOException {
        return List.of(
                ServiceImage.migration(project, work, JvmOptions.MIGRATION),
                ServiceImage.of("ingest", project, work, List.of(8081, 9081), JvmOptions.SERVICE),
                ServiceImage.of("analysis", project, work, List.of(9082), JvmOptions.SERVICE),
                ServiceImage.of("web", project, work, List.of(8080, 9080), JvmOptions.SERVICE));
    }

    private String build(ServiceImage image, FileEntriesLayer java) throws IOException, InterruptedException {
        try {
            JibContainerBuilder builder = options.base().isPresent()
                    ? Jib.from(options.base().get())
                    : Jib.fromScratch().addFileEntriesLayer(MachineBase.layer(work));
            builder.addFileEntriesLayer(java)
                    .setFormat(ImageFormat.OCI)
                    .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                    .setCreationTime(provenance.created())
                    .setUser(USER)
                    .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                    .setEnvironment(Map.of("LANG", "C.UTF-8", "JAVA_HOME", ServiceImage.JAVA))
                    .setExposedPorts(image.ports().stream().map(Port::tcp).collect(Collectors.toSet()))
                    .setEntrypoint(image.entrypoint())
                    .setLabels(provenance.labels(image.name(), options.base()));
            image.layers().forEach(builder::addFileEntriesLayer);
            return digest(builder.containerize(target(image.name())));
        } catch (InvalidImageReferenceException | CacheDirectoryCreationException e) {
            throw new CannotRun("The image of " + image.name() + " cannot be built: " + e.getMessage(), e);
        } catch (RegistryException | ExecutionException e) {
            throw new CannotRun(
                    "The image of %s cannot be built or pushed: %s. Look at the registry's address and at"
                                    .formatted(image.name(), e.getMessage())
                            + " CLAIMWATCH_REGISTRY_USER, then try again",
                    e);
        }
    }

    private Containerizer target(String name) throws InvalidImageReferenceException {
        Containerizer containerizer = options.registry().isPresent()
                ? Containerizer.to(registry(options.registry().get() + "/" + name + ":" + provenance.version()))
                : Containerizer.to(TarImage.at(work.resolve("claimwatch-" + name + ".tar"))
                        .named("claimwatch/" + name + ":" + provenance.version()));
        return containerizer
                .setToolName("claimwatch")
                .setApplicationLayersCache(work.resolve("layers"))
                .setBaseImageLayersCache(work.resolve("base-layers"))
                .setOfflineMode(options.base().isEmpty() && options.registry().isEmpty())
                .setAllowInsecureRegistries(options.insecure());
    }

    private static RegistryImage registry(String reference) throws InvalidImageReferenceException {
        RegistryImage image = RegistryImage.named(reference);
        String user = System.getenv("CLAIMWATCH_REGISTRY_USER");
        String password = System.getenv("CLAIMWATCH_REGISTRY_PASSWORD");
        return user == null || password == null ? image : image.addCredential(user, password);
    }

    private String digest(JibContainer built) {
        return built.getTargetImage().toString().replaceFirst("[@:][^/]*$", "") + "@" + built.getDigest();
    }

    /** As {@code kustomize edit set image} takes it. */
    private static void report(String name, String image) {
        System.out.printf("claimwatch-%s=%s%n", name, image);
    }

    static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }
}
