package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.Cores;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Puts the scenarios of one core together, so that its {@link Stage} is built once; those with a stage of their own come last. */
public final class CoreByCore implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor, String>comparing(CoreByCore::group)
                        .thenComparing(descriptor -> descriptor.getTestClass().getSimpleName()));
    }

    private static String group(ClassDescriptor descriptor) {
        var type = descriptor.getTestClass();
        if (EndToEnd.class.isAssignableFrom(type)) {
            var name = type.getSimpleName().replaceFirst("^.*On", "");
            return "1 " + name.replaceFirst("^Best", best());
        }
        return type.getPackage().equals(CoreByCore.class.getPackage()) ? "2" : "0";
    }

    private static String best() {
        return switch (Cores.best().kind()) {
            case XRAY -> "Xray";
            case V2RAY -> "V2ray";
            case SIMULATED -> "Simulated";
        };
    }
}
