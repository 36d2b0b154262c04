import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { columnSchema, statisticsSchema } from '../profile/profile.ts';

const valuesSchema = columnSchema.pick({
  mostCommon: true,
  frequencies: true,
  histogram: true,
  mostCommonElements: true,
  elementFrequencies: true,
  rangeLengths: true,
  emptyRanges: true,
  rangeBounds: true,
});

/** Values of a distribution, and what makes no sense without them. */
export type Values = z.infer<typeof valuesSchema>;

/** What stand-ins took the place of, by its place in the profile's lists. */
const sealedSchema = z.object({
  columns: z.array(z.tuple([z.number(), valuesSchema])),
  ends: z.array(z.tuple([z.number(), z.tuple([z.string(), z.string()])])),
  statistics: z.array(z.tuple([z.number(), statisticsSchema.pick({ mostCommon: true, expressions: true })])),
  queries: z.array(z.string()),
});

export type Sealed = z.infer<typeof sealedSchema>;

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

export function seal(values: Sealed, key: Buffer): string {
  const nonce = randomBytes(nonceBytes);
  const encryption = createCipheriv(cipher, key, nonce);
  const content = Buffer.concat([encryption.update(brotliCompressSync(JSON.stringify(values))), encryption.final()]);
  return Buffer.concat([nonce, encryption.getAuthTag(), content]).toString('base64');
}

/** Null where the key is another, or the text was changed. */
export function unseal(sealed: string, key: Buffer): Sealed | null {
  const bytes = Buffer.from(sealed, 'base64');
  const nonce = bytes.subarray(0, nonceBytes);
  try {
    const decryption = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
    decryption.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const content = Buffer.concat([decryption.update(bytes.subarray(nonceBytes + tagBytes)), decryption.final()]);
    return sealedSchema.parse(JSON.parse(brotliDecompressSync(content).toString('utf8')));
  } catch {
    return null;
  }
}
