package io.fleetgram.demo.endtoend;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads a QR code as a phone does: off a picture of a screen. */
final class QrCode {

    private QrCode() {}

    static String in(Path picture) throws IOException {
        var image = ImageIO.read(picture.toFile());
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return new QRCodeMultiReader()
                    .decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))[0].getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no QR code can be read off " + picture, e);
        }
    }
}
