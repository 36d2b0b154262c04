import type { StepView } from './rule.ts';

/** The relation from before that a statement means, by what it locks: `public.orders`. Null where it is another. */
export function lockedRelation(
  { observation }: StepView,
  { schemaname, relname = '' }: { readonly schemaname?: string; readonly relname?: string },
): { readonly schema: string; readonly name: string } | null {
  const locked = Object.keys({ ...observation?.held, ...observation?.locks });
  const schemas = locked
    .filter((relation) => relation.endsWith(`.${relname}`))
    .map((relation) => relation.slice(0, -relname.length - 1));
  const schema = schemaname === undefined ? schemas[0] : schemas.find((each) => each === schemaname);
  return schema === undefined ? null : { schema, name: relname };
}
