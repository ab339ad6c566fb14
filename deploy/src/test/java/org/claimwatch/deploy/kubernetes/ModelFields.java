package org.claimwatch.deploy.kubernetes;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Walks an object beside its Java model and names the fields that the model has no property for. */
record ModelFields(Set<String> unknown) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void check(String at, JsonNode node, JavaType type) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(at + "/" + i, node.get(i), type.getContentType());
            }
        } else if (node.isObject() && type.isMapLikeType()) {
            node.properties().forEach(it -> check(at + "/" + it.getKey(), it.getValue(), type.getContentType()));
        } else if (node.isObject() && type.getRawClass().getName().startsWith("io.fabric8.")) {
            Map<String, BeanPropertyDefinition> properties = properties(type);
            node.properties().forEach(field -> {
                BeanPropertyDefinition property = properties.get(field.getKey());
                if (property == null) {
                    unknown.add(at + "/" + field.getKey());
                } else {
                    check(at + "/" + field.getKey(), field.getValue(), property.getPrimaryType());
                }
            });
        }
    }

    private static Map<String, BeanPropertyDefinition> properties(JavaType type) {
        BeanDescription description = JSON.getDeserializationConfig().introspect(type);
        return description.findProperties().stream()
                .filter(it -> !it.getName().equals("additionalProperties"))
                .collect(Collectors.toMap(BeanPropertyDefinition::getName, Function.identity()));
    }
}
