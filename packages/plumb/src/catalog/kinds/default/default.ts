import { qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import type { DefaultFacts } from './default-facts.ts';
import { readDefaults } from './read-defaults.ts';
import { inheritedBefore, inheritedDefault, keptBelow, setDefault } from './set-default.ts';

export default defineKind<DefaultFacts>({
  id: 'default',
  rank: 68,

  read: readDefaults,

  phrase: ({ facts }) => `DEFAULT ${qualified(facts.schema, facts.table, facts.column)}`,

  folds: (object, _parent, context) => !object.facts.inherited && inheritedBefore(object, context) === null,

  create(object, context) {
    const { id, facts } = object;
    const isThere = !context.from.objects.has(id) && inheritedBefore(object, context) === facts.expression;
    return [...(isThere ? [] : [setDefault(facts, facts.expression)]), ...keptBelow(object, context)];
  },

  drop(object, context) {
    // made anew: what is above it comes and goes likewise
    if (context.to.objects.has(object.id)) return [setDefault(object.facts, null), ...keptBelow(object, context)];
    const left = inheritedDefault(object, context.to);
    return left === object.facts.expression ? [] : [setDefault(object.facts, left), ...keptBelow(object, context)];
  },

  alter(from, to, context) {
    if (from.facts.relation !== to.facts.relation) return { replace: 'its table is made anew as one of another kind' };
    return { statements: [setDefault(to.facts, to.facts.expression), ...keptBelow(to, context)] };
  },
});
