import type { Model } from './model.ts';
import { partOf } from './part-of.ts';

/** From now on, all that is known counts as what was there before the migrations. */
export function wasThere(model: Model): void {
  for (const relation of model.relations.values()) {
    relation.origin = `${relation.schema}.${relation.name}`;
    relation.first = partOf.relation(relation);
    for (const column of relation.columns.values()) column.first = partOf.column(column);
    for (const constraint of relation.constraints.values()) constraint.first = partOf.constraint(constraint);
    for (const attached of relation.attached) attached.first = partOf.attached(attached);
  }
  for (const index of model.indexes.values()) index.origin = `${index.schema}.${index.name}`;
  for (const type of model.types.values()) {
    type.first = partOf.type(type);
    for (const check of type.checks.values()) check.first = partOf.check(check);
    for (const value of type.values) value.first = partOf.value(value);
  }
  for (const routine of model.routines.values()) routine.first = partOf.routine(routine);
  for (const schema of model.schemas.values()) schema.first = partOf.schema(schema);
}
