import { extname } from 'node:path';

/** Whether a file holds queries in code. */
export function isCode(file: string): boolean {
  return /^\.[cm]?[jt]sx?$/i.test(extname(file));
}
