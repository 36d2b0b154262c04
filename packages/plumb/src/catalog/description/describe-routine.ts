import type { CatalogObject } from '../catalog-object.ts';
import { identifier } from '../identifier.ts';
import type { AggregateFacts } from '../kinds/aggregate.ts';
import { inputsOf, type Parameter, type RoutineFacts } from '../kinds/function/routine.ts';
import type { RoutineDescription } from './description.ts';
import { isOf } from './facts-by-kind.ts';
import type { Surroundings } from './surroundings.ts';

export type Routine = CatalogObject<RoutineFacts | AggregateFacts>;

export function isRoutine(object: CatalogObject): object is Routine {
  return isOf(object, 'function', 'procedure', 'aggregate');
}

export function describeRoutine(routine: Routine, around: Surroundings, sql: string): RoutineDescription {
  const common = { ...around.common(routine), sql };
  if (isOf(routine, 'aggregate')) {
    const { arguments: list, returns, options } = routine.facts;
    const attributes = Object.entries(options).map(([word, value]) => `${word} = ${value}`);
    return { ...common, kind: 'aggregate', arguments: list, returns, language: null, attributes, body: null };
  }
  if (!isOf(routine, 'function', 'procedure')) throw new Error(`${routine.id} is no routine.`);
  const { facts } = routine;
  return {
    ...common,
    kind: facts.procedure ? 'procedure' : 'function',
    arguments: argumentList(facts),
    returns: facts.result,
    language: facts.language,
    attributes: attributesOf(facts),
    body: bodyOf(facts),
  };
}

function argumentList({ parameters }: RoutineFacts): string {
  return parameters
    .filter(({ mode }) => mode !== 'TABLE')
    .map(({ mode, name, type, default: fallback }) =>
      [
        ...(mode === 'IN' ? [] : [mode]),
        ...(name === '' ? [] : [identifier(name)]),
        type,
        ...(fallback === null ? [] : [`DEFAULT ${fallback}`]),
      ].join(' '),
    )
    .join(', ');
}

function attributesOf(facts: RoutineFacts): readonly string[] {
  const { window, volatility, strict, definer, leakproof, parallel, cost, rows, settings } = facts;
  return [
    ...(window ? ['WINDOW'] : []),
    ...(facts.procedure || volatility === 'VOLATILE' ? [] : [volatility]),
    ...(strict ? ['STRICT'] : []),
    ...(definer ? ['SECURITY DEFINER'] : []),
    ...(leakproof ? ['LEAKPROOF'] : []),
    ...(parallel === 'UNSAFE' ? [] : [`PARALLEL ${parallel}`]),
    ...(cost === null ? [] : [`COST ${cost}`]),
    ...(rows === null ? [] : [`ROWS ${rows}`]),
    ...settings.map(({ name, value }) => `SET ${name} TO ${value}`),
  ];
}

function bodyOf({ body }: RoutineFacts): string {
  switch (body.form) {
    case 'text':
      return body.text;
    case 'library':
      return `${body.symbol} in ${body.library}`;
    case 'standard':
      return body.sql;
  }
}

/** The types by which calls tell overloads apart. */
export function inputTypes(routine: Routine): readonly string[] {
  if (isOf(routine, 'aggregate')) return routine.facts.types;
  return isOf(routine, 'function', 'procedure') ? inputsOf(routine.facts).map(({ type }: Parameter) => type) : [];
}
