import { encode } from 'uqr';
import classes from './second-factor.module.css';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** The text as a QR code. Dark on white in a dark theme too: some cameras read no other (ISO/IEC 18004, 5.2). */
export function QrCode({ text, label }: QrCodeProps) {
  // With the margin of four modules that the standard asks for.
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={classes.qr}>
      <rect width={size} height={size} fill="#fff" />
      <path d={modules.join('')} fill="#000" />
    </svg>
  );
}
