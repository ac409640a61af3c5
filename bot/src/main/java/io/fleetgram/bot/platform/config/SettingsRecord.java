package io.fleetgram.bot.platform.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The settings of one feature: a record whose components are its keys.
 *
 * @param prefix what all its keys begin with
 */
public record SettingsRecord(String prefix, Class<?> type) {

    /** The package of the controller, whose main class lies in it. */
    static final String ROOT = "io.fleetgram.bot";

    /** One key. */
    public record Key(ConfigurationPropertyName name, RecordComponent component) {}

    /** Returns all of the controller, in the order of their keys. */
    public static List<SettingsRecord> all() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents(ROOT).stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), SettingsRecord.class.getClassLoader()))
                .filter(Class::isRecord)
                .map(type -> new SettingsRecord(
                        type.getAnnotation(ConfigurationProperties.class).value(), type))
                .sorted(Comparator.comparing(SettingsRecord::prefix)
                        .thenComparing(each -> each.type().getSimpleName()))
                .toList();
    }

    public List<Key> settings() {
        return Arrays.stream(type.getRecordComponents())
                .map(component ->
                        new Key(ConfigurationPropertyName.of(prefix + "." + dashed(component.getName())), component))
                .toList();
    }

    /** Returns what is wrong with the values that the binder has, as one line; empty if nothing is. */
    Optional<String> fault(Binder binder) {
        try {
            binder.bindOrCreate(prefix, Bindable.of(type));
            return Optional.empty();
        } catch (BindException e) {
            return Optional.of(line(e));
        }
    }

    private static String line(BindException failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof ConversionException)) {
            root = root.getCause();
        }
        if (root instanceof IllegalArgumentException fault && !(root instanceof ConversionException)) {
            return String.valueOf(fault.getMessage());
        }
        var property = failure.getProperty();
        return property == null
                ? failure.getName() + ": " + root.getMessage()
                : "%s is \"%s\", which is no %s"
                        .formatted(failure.getName(), property.getValue(), kind(failure.getTarget()));
    }

    private static String kind(Bindable<?> target) {
        return switch (String.valueOf(target.getType().resolve())) {
            case "int", "class java.lang.Integer", "long", "class java.lang.Long" -> "whole number";
            case "class java.time.Duration" -> "duration, like 30s or 10m";
            case "class java.net.URI" -> "address, like https://control.example.org";
            case "boolean", "class java.lang.Boolean" -> "true or false";
            default -> "value of the right form";
        };
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
