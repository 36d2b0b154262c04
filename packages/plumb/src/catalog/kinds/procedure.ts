import { objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { alterRoutine } from './function/alter-routine.ts';
import { readRoutines } from './function/read-routines.ts';
import type { RoutineFacts } from './function/routine.ts';
import { createRoutine, dropRoutine, routineCalls, routinePhrase, routinePlace } from './function/write-routine.ts';

function procedureId(schema: string, name: string, types: readonly string[]): string {
  return objectId('procedure', [schema, name], `(${types.join(', ')})`);
}

export default defineKind<RoutineFacts>({
  id: 'procedure',
  rank: 71,
  catalog: 'pg_proc',
  where: "prokind = 'p'",
  read: (reader) => readRoutines(reader, 'procedure', procedureId),
  phrase: routinePhrase,
  occupies: routinePlace,
  answersTo: routineCalls,
  create: createRoutine,
  drop: dropRoutine,
  alter: alterRoutine,
});
