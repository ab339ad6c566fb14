package org.claimwatch.ingest.archive;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.claimwatch.ingest.archive.ArchiveConfig.S3;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keeps pages in a bucket of Amazon S3 or of a server that speaks its protocol. */
final class BucketArchive implements PageArchive {
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    BucketArchive(S3 config, String bucket) {
        this.client = client(config);
        this.bucket = bucket;
        this.prefix = config.prefix().orElse("");
    }

    private static S3Client client(S3 config) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(config.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(CALL))
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL))
                // Checksums beyond the signature are Amazon's own; other servers refuse them.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        Optional<URI> endpoint = config.endpoint();
        endpoint.ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
        if (config.accessKey().isPresent()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    config.accessKey().get(), config.secretKey().orElse(""))));
        }
        return builder.build();
    }

    @Override
    public void put(String key, byte[] warc) throws IOException {
        try {
            client.putObject(
                    put -> put.bucket(bucket).key(prefix + key).contentType("application/warc"),
                    RequestBody.fromBytes(warc));
        } catch (SdkException e) {
            throw away(e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) throws IOException {
        try {
            return Optional.of(client.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + key))
                    .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw away(e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(prefix + key));
        } catch (SdkException e) {
            throw away(e);
        }
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        try {
            for (S3Object object : client.listObjectsV2Paginator(
                            list -> list.bucket(bucket).prefix(prefix + folder))
                    .contents()) {
                client.deleteObject(delete -> delete.bucket(bucket).key(object.key()));
            }
        } catch (SdkException e) {
            throw away(e);
        }
    }

    private IOException away(SdkException e) {
        return new IOException("the bucket " + bucket + " could not be used: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        client.close();
    }
}
