package org.claimwatch.deploy.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.claimwatch.deploy.local.CannotRun;

/**
 * The few files that Java needs of a Linux, taken from this machine, so that an image can be built where no registry can be
 * reached: the C and C++ libraries that the runtime and ONNX Runtime are linked with, certificates, a user.
 */
final class MachineBase {
    private static final List<String> LIBRARIES = List.of(
            "libc.so.6",
            "libm.so.6",
            "libdl.so.2",
            "libpthread.so.0",
            "librt.so.1",
            "libresolv.so.2",
            "libnss_dns.so.2",
            "libnss_files.so.2",
            "libstdc++.so.6",
            "libgcc_s.so.1",
            "libz.so.1");
    private static final List<String> NOTICES =
            List.of("libc6", "libstdc++6", "libgcc-s1", "zlib1g", "ca-certificates");
    private static final Path CERTIFICATES = Path.of("/etc/ssl/certs/ca-certificates.crt");

    private MachineBase() {}

    static FileEntriesLayer layer(Path work) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("base");
        for (Path library : libraries()) {
            layer.addEntry(library.toRealPath(), at("/lib/" + library.getFileName()), executable());
        }
        Path loader = Path.of("/lib64/ld-linux-x86-64.so.2");
        Path armLoader = Path.of("/lib/ld-linux-aarch64.so.1");
        if (Files.exists(loader)) {
            layer.addEntry(loader.toRealPath(), at(loader.toString()), executable());
        } else {
            layer.addEntry(armLoader.toRealPath(), at(armLoader.toString()), executable());
        }
        if (Files.exists(CERTIFICATES)) {
            layer.addEntry(CERTIFICATES, at(CERTIFICATES.toString()));
        }
        for (String notice : NOTICES) {
            Path file = Path.of("/usr/share/doc", notice, "copyright");
            if (Files.exists(file)) {
                layer.addEntry(file, at(file.toString()));
            }
        }
        layer.addEntry(write(work, "passwd", "claimwatch:x:10001:10001::/tmp:/nologin\n"), at("/etc/passwd"));
        layer.addEntry(write(work, "group", "claimwatch:x:10001:\n"), at("/etc/group"));
        layer.addEntry(write(work, "nsswitch.conf", "hosts: files dns\n"), at("/etc/nsswitch.conf"));
        Path temporary = Files.createDirectories(work.resolve("tmp"));
        layer.addEntry(temporary, at("/tmp"), FilePermissions.fromOctalString("777"));
        return layer.build();
    }

    /** Where this machine keeps them: on Debian below the architecture's folder, elsewhere in /lib64. */
    private static java.util.Set<Path> libraries() {
        java.util.Set<Path> found = new TreeSet<>();
        for (String name : LIBRARIES) {
            Stream.of(
                            "/lib/x86_64-linux-gnu",
                            "/usr/lib/x86_64-linux-gnu",
                            "/lib/aarch64-linux-gnu",
                            "/lib64",
                            "/usr/lib64")
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::exists)
                    .findFirst()
                    .ifPresent(found::add);
        }
        if (found.stream().noneMatch(it -> it.endsWith("libstdc++.so.6"))) {
            throw new CannotRun(
                    "This machine has no glibc or no libstdc++ where Linux distributions keep them; give the"
                            + " image that brings them: ./claimwatch images --base NAME@sha256:…");
        }
        return found;
    }

    private static Path write(Path work, String name, String content) throws IOException {
        Path file = work.resolve("etc").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePermissions executable() {
        return FilePermissions.fromOctalString("755");
    }

    private static AbsoluteUnixPath at(String path) {
        return AbsoluteUnixPath.get(path);
    }
}
