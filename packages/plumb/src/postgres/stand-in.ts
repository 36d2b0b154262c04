/**
 * The version of every extension that stands in for one that the embedded server lacks: good enough for DDL, with none of
 * the real one's code. `pg_extension.extversion` tells it.
 */
export const standInVersion = 'stand-in';

/** Whether an extension of this version only stands in for the real one, whose version then is not known. */
export function isStandIn(extensionVersion: string): boolean {
  return extensionVersion === standInVersion;
}
