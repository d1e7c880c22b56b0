import jsQR from 'jsqr';
import type { Browser, Locator } from 'playwright-core';

/** What a QR code on the page says to whoever points a camera at the screen. */
export async function readQrCode(browser: Browser, code: Locator): Promise<string> {
  const image = await code.screenshot();
  const { pixels, width, height } = await decode(browser, image);
  const bytes = Uint8ClampedArray.from(pixels.split(' '), Number);
  const read = jsQR.default(bytes, width, height, { inversionAttempts: 'dontInvert' });
  if (!read) throw new Error('There is no QR code to be read.');
  return read.data;
}

interface Pixels {
  /** Red, green, blue and opacity of each, from the top left: as text, for a list of as many numbers takes seconds. */
  readonly pixels: string;
  readonly width: number;
  readonly height: number;
}

/** The browser knows how to read an image: on an empty page of its own, which no policy of the product binds. */
async function decode(browser: Browser, image: Buffer): Promise<Pixels> {
  const page = await browser.newPage();
  try {
    return await page.evaluate<Pixels>(`(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${image.toString('base64')}';
      await image.decode();
      const { width, height } = image;
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      context.drawImage(image, 0, 0);
      return { pixels: context.getImageData(0, 0, width, height).data.join(' '), width, height };
    })()`);
  } finally {
    await page.close();
  }
}
