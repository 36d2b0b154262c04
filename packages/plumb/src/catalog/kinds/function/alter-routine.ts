import type { CatalogObject } from '../../catalog-object.ts';
import type { Alteration, Context, Replacement } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { keptValuesHazard } from './kept-values.ts';
import { inputsOf, outputsOf, type RoutineFacts } from './routine.ts';
import { settingChanges } from './settings.ts';
import { losesColumns } from './unchecked-body.ts';
import { defineRoutine, routinePhrase } from './write-routine.ts';

/** ALTER where only properties change, CREATE OR REPLACE where PostgreSQL takes it, anew otherwise. */
export function alterRoutine(
  { facts: from }: CatalogObject<RoutineFacts>,
  object: CatalogObject<RoutineFacts>,
  context: Context,
): Alteration | Replacement {
  const { facts: to } = object;
  const obstacle = whyNotReplaceable(from, to, context);
  if (obstacle !== null) return { replace: obstacle };
  const properties = isSame(definitionOf(from), definitionOf(to)) ? alterProperties(from, object) : null;
  const statements = properties ?? defineRoutine('CREATE OR REPLACE', object, context);
  const [first, ...others] = statements;
  if (first === undefined) return { statements };
  const hazards = [...accessHazard(from, object), ...(mayAct(from, to) ? keptValuesHazard(object, context) : [])];
  return { statements: [{ ...first, hazards }, ...others] };
}

/** What CREATE OR REPLACE can't change. */
function whyNotReplaceable(from: RoutineFacts, to: RoutineFacts, context: Context): string | null {
  if (from.window !== to.window) return "PostgreSQL can't turn a function into a window function or back";
  if (!isSame(from.returns, to.returns)) return "PostgreSQL can't change what a function returns";
  if (from.returns.type === 'record' && !isSame(rowOf(from), rowOf(to))) {
    return "PostgreSQL can't change the columns that a routine returns";
  }
  const inputs = inputsOf(to);
  const renamed = inputsOf(from).some(({ name }, at) => name !== '' && name !== inputs[at]?.name);
  if (renamed) return "PostgreSQL can't rename the parameters of a routine";
  const [before, after] = [defaultsOf(from), defaultsOf(to)];
  if (before.length > after.length) return "PostgreSQL can't remove the default of a parameter";
  const kept = after.slice(after.length - before.length);
  if (before.some((each, at) => isPolymorphic(each.type) && each.default !== kept[at]?.default)) {
    return "PostgreSQL can't change the type of a parameter's default";
  }
  if (from.body.form === 'standard' && to.body.form === 'standard' && losesColumns(to, context)) {
    return `the columns of ${to.returns.type} change, which its body names and returns`;
  }
  return null;
}

function rowOf(facts: RoutineFacts): readonly object[] {
  return outputsOf(facts).map(({ name, type }) => ({ name, type }));
}

function defaultsOf({ parameters }: RoutineFacts): RoutineFacts['parameters'] {
  return parameters.filter((each) => each.default !== null);
}

function isPolymorphic(type: string): boolean {
  return /^"?any/.test(type);
}

/** What ALTER can't change. */
function definitionOf(facts: RoutineFacts): object {
  const { parameters, result, language, transforms, support, body } = facts;
  return { parameters, result, language, transforms, support, body };
}

function alterProperties(from: RoutineFacts, object: CatalogObject<RoutineFacts>): readonly Statement[] | null {
  const { facts: to } = object;
  const settings = settingChanges(from.settings, to.settings);
  if (settings === null) return null;
  const actions = [
    ...(from.volatility === to.volatility ? [] : [to.volatility]),
    ...(from.strict === to.strict ? [] : [to.strict ? 'STRICT' : 'CALLED ON NULL INPUT']),
    ...(from.definer === to.definer ? [] : [to.definer ? 'SECURITY DEFINER' : 'SECURITY INVOKER']),
    ...(from.leakproof === to.leakproof ? [] : [to.leakproof ? 'LEAKPROOF' : 'NOT LEAKPROOF']),
    ...(from.parallel === to.parallel ? [] : [`PARALLEL ${to.parallel}`]),
    ...(from.cost === to.cost ? [] : [`COST ${to.cost ?? (isNative(to) ? 1 : 100)}`]),
    ...(from.rows === to.rows ? [] : [`ROWS ${to.rows ?? 1000}`]),
    ...settings,
  ];
  return actions.length === 0 ? [] : [statement(`ALTER ${routinePhrase(object)} ${actions.join(' ')}`)];
}

function isNative({ language }: RoutineFacts): boolean {
  return language === 'c' || language === 'internal';
}

/** Whether it may give other results than before. */
function mayAct(from: RoutineFacts, to: RoutineFacts): boolean {
  const behaviour = ({ body, language, strict, settings }: RoutineFacts) => ({ body, language, strict, settings });
  return !isSame(behaviour(from), behaviour(to));
}

function accessHazard(from: RoutineFacts, { id, facts: to }: CatalogObject<RoutineFacts>): Statement['hazards'] {
  if (from.definer === to.definer) return [];
  const name = id.slice(id.indexOf(' ') + 1);
  const whose = to.definer ? 'its owner, no longer of whoever calls it' : 'whoever calls it, no longer of its owner';
  return [{ kind: 'access-changes', message: `${name} runs with the rights of ${whose}.`, objects: [name] }];
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
