import { createHash } from 'node:crypto';

/*
 * The names of our databases on a server, which say what they are and whose: another process, and the keeper, must be able
 * to tell what can be dropped.
 */

const prefix = 'plumb_';
export const shadowPrefix: string = `${prefix}shadow_`;
export const templatePrefix: string = `${prefix}template_`;
export const buildPrefix: string = `${prefix}build_`;

/** What identifies a session for good: process numbers come back, together with the start they don't. */
export interface SessionIdentity {
  readonly pid: number;
  /** Microseconds since 1970. */
  readonly startedAt: string;
}

export function shadowName(owner: SessionIdentity, count: number): string {
  return `${shadowPrefix}${owner.pid}_${owner.startedAt}_${count}`;
}

/** Names a template after all that it was made from. */
export function templateHash(key: string, serverVersion: string): string {
  return createHash('sha256').update(`${serverVersion}\n${key}`).digest('hex').slice(0, 24);
}

/** The advisory lock that guards the making of a template. */
export function templateLock(hash: string): string {
  return BigInt.asIntN(64, BigInt(`0x${hash.slice(0, 16)}`)).toString();
}
