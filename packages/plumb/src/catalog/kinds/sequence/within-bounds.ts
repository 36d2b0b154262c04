import { literal, qualified } from '../../identifier.ts';
import { type Statement, statement } from '../../statement.ts';
import { retyped, type SequenceOptions } from './sequence-options.ts';

/**
 * Changes a sequence whose bounds grow closer: PostgreSQL refuses bounds between which the sequence doesn't stand. It
 * is moved there before; where no value is within the old and the new bounds, it has to start again.
 */
export function withinBounds(
  name: readonly [schema: string, name: string],
  from: SequenceOptions,
  to: SequenceOptions,
  alter: (restart: readonly string[]) => Statement,
): readonly Statement[] {
  const was = retyped(from, to.type);
  const [lowest, highest] = [BigInt(to.min), BigInt(to.max)];
  if (BigInt(was.max) < lowest || BigInt(was.min) > highest) return [alter(['RESTART'])];
  const value = [
    ...(lowest > BigInt(was.min) ? [(last: string) => `greatest(${last}, ${to.min})`] : []),
    ...(highest < BigInt(was.max) ? [(last: string) => `least(${last}, ${to.max})`] : []),
  ].reduce((last, clip) => clip(last), 'last_value');
  if (value === 'last_value') return [alter([])];
  const sequence = qualified(...name);
  return [
    statement(`SELECT setval(${literal(sequence)}, ${value}, is_called AND last_value = ${value}) FROM ${sequence}`, {
      comment: `${sequence} is moved within its new bounds, should it be beyond.`,
    }),
    alter([]),
  ];
}
