import { qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import type { DefaultFacts } from './default-facts.ts';
import { readDefaults } from './read-defaults.ts';
import { inheritedDefault, keptBelow, setDefault } from './set-default.ts';

export { defaultId } from './default-facts.ts';

export default defineKind<DefaultFacts>({
  id: 'default',
  rank: 68,

  read: readDefaults,

  phrase: ({ facts }) => `DEFAULT ${qualified(facts.schema, facts.table, facts.column)}`,

  folds: ({ facts }) => !facts.inherited,

  create: (object, context) => [setDefault(object.facts, object.facts.expression), ...keptBelow(object, context)],

  drop: (object, context) => [
    setDefault(object.facts, inheritedDefault(object, context.to)),
    ...keptBelow(object, context),
  ],

  alter(from, to, context) {
    if (from.facts.relation !== to.facts.relation) return { replace: 'its table is made anew as one of another kind' };
    return { statements: [setDefault(to.facts, to.facts.expression), ...keptBelow(to, context)] };
  },
});
