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

  alter: (_, to, context) => ({ statements: [setDefault(to.facts, to.facts.expression), ...keptBelow(to, context)] }),
});
