/** The part of the platform's TextDecoder in use here; the compiler's own library has none without the DOM. */
interface Utf8Decoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (label: 'utf-8', options: { ignoreBOM: boolean; fatal?: boolean }) => Utf8Decoder;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longer texts do not fit in a JavaScript string. */
const LONGEST = 0x1fffffe8;

/** UTF-8 to text, "" for more than half a gigabyte; what is not UTF-8 becomes U+FFFD; a byte order mark is kept, as it may be part of a text. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > LONGEST) return '';
  // Below about 24 bytes a loop is faster than the decoder's call.
  if (end - start <= 24) {
    let text = '';
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(bytes.subarray(start, end));
}
