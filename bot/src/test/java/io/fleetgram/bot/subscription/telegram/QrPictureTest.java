package io.fleetgram.bot.subscription.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {

    private static final int WIDTH_ON_A_PHONE = 360;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sub.example.org/sub/abcdefghijkmnpqrstuvwxyz23456789",
                "https://a-rather-long-name-of-a-host.in-some.department.example.org:8443/with/a/path/sub/abcdefghijkmnpqrstuvwxyz23456789"
            })
    void is_read_at_the_width_of_a_phone(String link) throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(QrPicture.png(link)));
        assertThat(picture.getWidth()).isEqualTo(QrPicture.SIZE);
        assertThat(picture.getHeight()).isEqualTo(QrPicture.SIZE);
        assertThat(read(shrunk(picture))).isEqualTo(link);
    }

    @Test
    void the_same_link_gives_the_same_bytes() {
        assertThat(QrPicture.png("https://example.org")).isEqualTo(QrPicture.png("https://example.org"));
    }

    @Test
    void what_no_code_can_hold_is_refused() {
        var text = "x".repeat(5_000);
        assertThatThrownBy(() -> QrPicture.png(text)).hasMessageContaining("5000 characters");
    }

    private static BufferedImage shrunk(BufferedImage picture) {
        var small = new BufferedImage(WIDTH_ON_A_PHONE, WIDTH_ON_A_PHONE, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.drawImage(
                picture.getScaledInstance(WIDTH_ON_A_PHONE, WIDTH_ON_A_PHONE, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small;
    }

    private static String read(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        var pixels = picture.getRGB(0, 0, width, width, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
