import { blockedBy, type Observation } from '../src/rehearsal/watch/observation.ts';

/** An observation as one line: `AccessExclusive orders; scans orders; blocks orders`. */
export function told(observation: Observation): string {
  const { locks, rewrites, rebuilds, scans } = observation;
  const modes = Object.entries(locks).map(([name, mode]) => `${mode.replace(/Lock$/, '')} ${inPublic(name)}`);
  const lists = { rewrites, rebuilds, scans, blocks: blockedBy(observation) };
  return [
    modes.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)).join(', '),
    ...Object.entries(lists).map(([word, names]) =>
      names.length === 0 ? '' : `${word} ${names.map(inPublic).sort().join(', ')}`,
    ),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function inPublic(name: string): string {
  return name.replace(/^public\./, '');
}

function nameOf(lock: string): string {
  return lock.replace(/^\w+ /, '');
}
