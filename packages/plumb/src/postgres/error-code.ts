/** The code of a Node or PostgreSQL error, such as ENOENT or 57P03. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Starting up, shutting down, or recovering from a crash of one of its processes. */
export const cannotConnectNow = '57P03';

const goneCodes = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', cannotConnectNow];

/** Whether an error says that the server is not there (any more), as against an answer from it. */
export function isGone(error: unknown): boolean {
  const code = errorCode(error);
  if (code === null) return error instanceof Error && /^Connection terminated|not queryable/.test(error.message);
  return goneCodes.includes(code);
}

/** A full disk, connections that are used up, and files that can't be read or written. */
const faultCodes = ['53100', '53300', '58030'];

/** Whether it is the server that failed, not what it was asked. */
export function isServersFault(error: unknown): boolean {
  return isGone(error) || isMachinesFault(error);
}

/** Whether the server lives and its machine has no more to give. */
export function isMachinesFault(error: unknown): boolean {
  return faultCodes.includes(errorCode(error) ?? '');
}
