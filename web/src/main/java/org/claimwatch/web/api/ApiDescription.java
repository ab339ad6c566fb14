package org.claimwatch.web.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimwatch.web.layout.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Makes the description exact: the API's routes and no page's; every property that is not said to be null is always there,
 * and there are no others; what an error looks like, and that a token is needed.
 */
public class ApiDescription implements OASFilter {
    private static final String ROOT = "/api/v1/";
    private static final String SCHEMAS = "#/components/schemas/";
    /** Where one of the things is asked for that people merge: {@link Merged}. */
    private static final Pattern MERGEABLE =
            Pattern.compile("/(claims|actors)/\\{id}|/v1/statements$|/(verdicts|fact-checks)$");

    private static final String PROBLEM = Problem.class.getSimpleName();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        List.copyOf(api.getPaths().getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith(ROOT))
                .forEach(api.getPaths()::removePathItem);
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("token")));
        api.getComponents()
                .setSecuritySchemes(Map.of(
                        "token",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A token of the sign-in service for the audience claimwatch-api")));
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(ApiDescription::errors);
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (MERGEABLE.matcher(path).find()) {
                item.getOperations().values().forEach(ApiDescription::redirection);
            }
        });
        api.getComponents().addSchema(PROBLEM, problem());
        keepUsed(api);
        api.getComponents().getSchemas().values().forEach(ApiDescription::exact);
    }

    /** No route returns it, so nothing else describes it. */
    private static Schema problem() {
        Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (String text : List.of("type", "title", "detail")) {
            schema.addProperty(text, OASFactory.createSchema().addType(SchemaType.STRING));
        }
        schema.addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER));
        schema.addProperty(
                "character",
                OASFactory.createSchema()
                        .addType(SchemaType.INTEGER)
                        .addType(SchemaType.NULL)
                        .description("Where a query was not understood, counted from 1"));
        for (String text : List.of("at", "expected")) {
            schema.addProperty(text, told(null));
        }
        schema.addProperty("cause", told("Of what is gone: erased, being erased, expired or taken out"));
        schema.addProperty("since", told("Since when it is gone, in UTC, where that is known"));
        return schema;
    }

    private static Schema told(@Nullable String description) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .addType(SchemaType.NULL)
                .description(description);
    }

    private static void errors(Operation operation) {
        var content = OASFactory.createContent()
                .addMediaType(
                        Problem.TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMAS + PROBLEM)));
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("What went wrong (RFC 9457); 429 says in Retry-After when to go on")
                                .content(content));
        operation.getResponses().removeAPIResponse("401");
        operation.getResponses().removeAPIResponse("403");
        operation.setSecurity(null);
    }

    private static void redirection(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse(
                        "307",
                        OASFactory.createAPIResponse()
                                .description("It was merged into another, whose address is in Location")
                                .addHeader(
                                        "Location",
                                        OASFactory.createHeader()
                                                .schema(OASFactory.createSchema()
                                                        .addType(SchemaType.STRING))));
    }

    private static void exact(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.setRequired(schema.getProperties().entrySet().stream()
                .filter(property -> !nullable(property.getValue()))
                .map(Map.Entry::getKey)
                .toList());
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    private static boolean nullable(Schema schema) {
        return has(schema.getType(), SchemaType.NULL)
                || Stream.of(schema.getAnyOf(), schema.getOneOf())
                        .flatMap(some -> Optional.ofNullable(some).stream())
                        .flatMap(List::stream)
                        .anyMatch(one -> has(one.getType(), SchemaType.NULL));
    }

    private static boolean has(@Nullable List<SchemaType> types, SchemaType type) {
        return types != null && types.contains(type);
    }

    /** What pages take and give has schemas too; they are nobody's here. */
    private static void keepUsed(OpenAPI api) {
        Map<String, Schema> all = api.getComponents().getSchemas();
        Set<String> used = new HashSet<>();
        var open = new ArrayList<Schema>();
        open.add(OASFactory.createSchema().ref(SCHEMAS + PROBLEM));
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .flatMap(response -> Optional.ofNullable(response.getContent()).stream())
                .flatMap(content -> content.getMediaTypes().values().stream())
                .flatMap(type -> Optional.ofNullable(type.getSchema()).stream())
                .forEach(open::add);
        while (!open.isEmpty()) {
            Schema schema = open.removeLast();
            if (schema.getRef() != null) {
                String name = schema.getRef().substring(SCHEMAS.length());
                if (used.add(name)) {
                    Optional.ofNullable(all.get(name)).ifPresent(open::add);
                }
            }
            parts(schema).forEach(open::add);
        }
        List.copyOf(all.keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(api.getComponents()::removeSchema);
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        Optional.ofNullable(schema.getProperties()).stream()
                                .flatMap(properties -> properties.values().stream()),
                        Optional.ofNullable(schema.getItems()).stream(),
                        Optional.ofNullable(schema.getAdditionalPropertiesSchema()).stream(),
                        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                                .flatMap(some -> Optional.ofNullable(some).stream())
                                .flatMap(List::stream))
                .flatMap(some -> some);
    }
}
