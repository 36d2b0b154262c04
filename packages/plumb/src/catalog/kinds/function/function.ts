import { objectId } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { alterRoutine } from './alter-routine.ts';
import { readRoutines } from './read-routines.ts';
import type { RoutineFacts } from './routine.ts';
import { createRoutine, dropRoutine, repeatedRow, routineCalls, routinePhrase, routinePlace } from './write-routine.ts';

/** A function in any language, window functions too: `function public.f(integer, text)`, by the types of its inputs. */
function functionId(schema: string, name: string, types: readonly string[]): string {
  return objectId('function', [schema, name], `(${types.join(', ')})`);
}

export default defineKind<RoutineFacts>({
  id: 'function',
  rank: 70,
  read: (reader) => readRoutines(reader, 'function', functionId),
  phrase: routinePhrase,
  occupies: routinePlace,
  answersTo: routineCalls,
  repeats: repeatedRow,
  create: createRoutine,
  drop: dropRoutine,
  alter: alterRoutine,
});
