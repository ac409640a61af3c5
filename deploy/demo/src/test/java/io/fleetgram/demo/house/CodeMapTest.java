package io.fleetgram.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class CodeMapTest {

    @Test
    void the_code_map_is_that_of_the_code() throws IOException {
        var tree = SourceTree.ofThisBuild();
        var page = tree.root().resolve("docs/CODE-MAP.md");
        var text = CodeMap.text(tree);
        if (Boolean.getBoolean("renew")) {
            Files.writeString(page, text);
        }
        assertThat(Files.readString(page))
                .as("renew it with: mvn -pl deploy/demo -am test -Dtest=CodeMapTest -Drenew=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(text);
    }
}
