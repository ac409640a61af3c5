package io.fleetgram.demo.coverage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names the requirements that an end-to-end test shows, such as {@code N1}; ids are those of requirements.tsv. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CoverageRecorder.class)
public @interface Shows {
    String[] value();
}
