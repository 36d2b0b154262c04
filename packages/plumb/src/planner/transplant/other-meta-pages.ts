import type { ProfiledRelation } from '../profile/profile.ts';

/** A GIN index's meta page with production's figures. */
export function ginMetaPage(page: Buffer, gin: NonNullable<ProfiledRelation['gin']>): Buffer {
  const patched = Buffer.from(page);
  patched.writeUInt32LE(gin.pendingPages, 36);
  patched.writeUInt32LE(gin.totalPages, 48);
  patched.writeUInt32LE(gin.entryPages, 52);
  patched.writeUInt32LE(gin.dataPages, 56);
  patched.writeBigInt64LE(BigInt(gin.entries), 64);
  return patched;
}

export function brinMetaPage(page: Buffer, brin: NonNullable<ProfiledRelation['brin']>): Buffer {
  const patched = Buffer.from(page);
  patched.writeUInt32LE(brin.lastRevmapPage, 36);
  return patched;
}
