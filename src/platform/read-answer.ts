/** Somebody else's server answers with more than is worth reading. */
export class OversizedAnswer extends Error {
  override readonly name = 'OversizedAnswer';
  constructor(maxBytes: number) {
    super(`An answer has more than ${maxBytes} bytes.`);
  }
}

/** Reads an answer to its end, and no further than may be. @throws OversizedAnswer */
export async function readAnswer({ body }: Response, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new OversizedAnswer(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
