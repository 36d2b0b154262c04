import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { errorCode } from '../error-code.ts';

/** Whether a process of this number lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  return isTaken(pid) && !isZombie(pid);
}

/** Whether the system holds this number for a process, be it one that is dead and not reaped. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** A dead server stays in the table as a zombie until its parent looks; in a container, the first process may never do. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

let space: string | undefined;

/** Names the space in which a pid means a process: the machine and, in containers, the pid namespace. */
export function processSpace(): string {
  if (space === undefined) {
    space = hostname();
    if (process.platform === 'linux') {
      try {
        space += ` ${readlinkSync('/proc/self/ns/pid')}`;
      } catch {
        // a kernel without namespaces
      }
    }
  }
  return space;
}

/** When this machine was started, in seconds since 1970. */
export function bootTime(): number {
  return Date.now() / 1000 - uptime();
}
