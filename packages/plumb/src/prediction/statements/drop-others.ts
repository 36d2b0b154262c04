import { keyOf } from '../model/model.ts';
import { partOf } from '../model/part-of.ts';
import type { Reading } from '../reading.ts';
import { dropAttached, dropColumn, dropRelation } from './drop.ts';
import { isOfType, typeNamed } from './types.ts';

export function dropType(names: readonly string[], reading: Reading, isKnown: boolean): void {
  const { model, effects } = reading;
  const type = isKnown ? model.type(names) : typeNamed(names, model);
  if (type === null) return;
  effects.touch(type, partOf.type);
  type.gone = true;
  for (const value of type.values) {
    effects.touch(value, partOf.value);
    value.gone = true;
  }
  model.types.delete(keyOf(type));
  for (const relation of [...model.relations.values()]) {
    for (const column of [...relation.columns.values()]) {
      if (isOfType(column.type, type)) dropColumn(column.name, relation, reading);
    }
  }
}

export function dropSchema(name: string, reading: Reading, isKnown: boolean): void {
  const { model, effects } = reading;
  const known = model.schemas.get(name);
  if (known === undefined && isKnown) return;
  const schema = known ?? model.addSchema(name, true);
  effects.touch(schema, partOf.schema);
  schema.gone = true;
  model.schemas.delete(name);
  for (const relation of [...model.relations.values()]) if (relation.schema === name) dropRelation(relation, reading);
  for (const type of [...model.types.values()]) if (type.schema === name) dropType([name, type.name], reading, true);
  for (const routine of [...model.routines.values()]) {
    if (routine.schema === name) dropRoutine([name, routine.name], reading, true);
  }
}

export function dropRoutine(names: readonly string[], reading: Reading, isKnown: boolean): void {
  const { model, effects } = reading;
  const known = model.routine(names);
  if (known === null && isKnown) return;
  const routine = known ?? model.addRoutine(names, { volatile: true, wasThere: true });
  effects.touch(routine, partOf.routine);
  routine.gone = true;
  model.routines.delete(keyOf(routine));
  for (const { attached } of [...model.relations.values()]) {
    for (const each of [...attached]) if (each.calls === routine.name) dropAttached(each, reading);
  }
}
