import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, literal, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { type Body, inputsOf, type Parameter, type RoutineFacts } from './routine.ts';
import { setClause } from './settings.ts';
import { mustGoUnchecked } from './unchecked-body.ts';

/** As DROP and COMMENT name it. Outputs tell a procedure from its overloads. */
export function routinePhrase({ facts }: CatalogObject<RoutineFacts>): string {
  const name = qualified(facts.schema, facts.name);
  if (!facts.procedure) return `FUNCTION ${name}(${typesOf(inputsOf(facts))})`;
  const outputs = facts.parameters.some(({ mode }) => mode === 'OUT');
  return outputs
    ? `PROCEDURE ${name}(${facts.parameters.map(({ mode, type }) => `${mode} ${type}`).join(', ')})`
    : `PROCEDURE ${name}(${typesOf(facts.parameters)})`;
}

/** Functions, procedures and aggregates share their names. */
export function routinePlace({ facts }: CatalogObject<RoutineFacts>): readonly string[] {
  return [`routine ${qualified(facts.schema, facts.name)}(${typesOf(inputsOf(facts))})`];
}

/** By how many arguments they may have: its defaults can be left out, and its last can stand for many. */
export function routineCalls({ facts }: CatalogObject<RoutineFacts>): readonly string[] {
  const inputs = inputsOf(facts);
  const fewest = inputs.filter((each) => each.default === null && each.mode !== 'VARIADIC').length;
  const most = inputs.length + (inputs.some(({ mode }) => mode === 'VARIADIC') ? manyArguments : 0);
  const name = qualified(facts.schema, facts.name);
  return Array.from({ length: most - fewest + 1 }, (_, more) => `call ${name} with ${fewest + more}`);
}

const manyArguments = 20;

/** PostgreSQL compares the rows that an SQL body gives with the table's when it is created. */
export function repeatedRow({ facts }: CatalogObject<RoutineFacts>): readonly string[] {
  return facts.body.form === 'standard' ? [`table ${facts.returns.type}`] : [];
}

function typesOf(parameters: readonly Parameter[]): string {
  return parameters.map(({ type }) => type).join(', ');
}

export function createRoutine(object: CatalogObject<RoutineFacts>, context: Context): readonly Statement[] {
  return defineRoutine('CREATE', object, context);
}

export function dropRoutine(object: CatalogObject<RoutineFacts>): readonly Statement[] {
  return [statement(`DROP ${routinePhrase(object)}`)];
}

type Words = 'CREATE' | 'CREATE OR REPLACE';

export function defineRoutine(
  words: Words,
  object: CatalogObject<RoutineFacts>,
  context: Context,
): readonly Statement[] {
  if (mustGoUnchecked(object, context)) {
    return uncheckedRoutine(words, object, 'What its body names is not there yet, so it is not checked.');
  }
  const sql = routineDefinition(words, object, object.facts.settings.map(setClause));
  if (object.facts.body.form !== 'text') return [statement(sql)];
  const instead = uncheckedRoutine(words, object, 'Its body names what is not there, so it is not checked.');
  return [statement(sql, { instead })];
}

function uncheckedRoutine(words: Words, object: CatalogObject<RoutineFacts>, comment: string): readonly Statement[] {
  const settings = [...object.facts.settings.map(setClause), 'SET check_function_bodies TO off'];
  return [
    statement(routineDefinition(words, object, settings), { comment }),
    statement(`ALTER ${routinePhrase(object)} RESET check_function_bodies`),
  ];
}

function routineDefinition(words: Words, { facts }: CatalogObject<RoutineFacts>, settings: readonly string[]): string {
  const tag = facts.procedure ? 'procedure' : 'function';
  return [
    `${words} ${tag.toUpperCase()} ${qualified(facts.schema, facts.name)}(${parameterList(facts.parameters)})`,
    ...(facts.result === null ? [] : [`  RETURNS ${facts.result}`]),
    `  ${[`LANGUAGE ${identifier(facts.language)}`, ...attributes(facts)].join(' ')}`,
    ...(facts.transforms.length === 0
      ? []
      : [`  TRANSFORM ${facts.transforms.map((type) => `FOR TYPE ${type}`).join(', ')}`]),
    ...settings.map((each) => `  ${each}`),
    bodyClause(facts.body, tag),
  ].join('\n');
}

function parameterList(parameters: readonly Parameter[]): string {
  const list = parameters
    .filter(({ mode }) => mode !== 'TABLE')
    .map((each) =>
      [
        ...(each.mode === 'IN' ? [] : [each.mode]),
        ...(each.name === '' ? [] : [identifier(each.name)]),
        each.type,
        ...(each.default === null ? [] : [`DEFAULT ${each.default}`]),
      ].join(' '),
    );
  const line = list.join(', ');
  return line.length <= 80 ? line : `\n${list.map((each) => `  ${each}`).join(',\n')}\n`;
}

function attributes(facts: RoutineFacts): readonly string[] {
  return [
    ...(facts.window ? ['WINDOW'] : []),
    ...(facts.volatility === 'VOLATILE' ? [] : [facts.volatility]),
    ...(facts.strict ? ['STRICT'] : []),
    ...(facts.definer ? ['SECURITY DEFINER'] : []),
    ...(facts.leakproof ? ['LEAKPROOF'] : []),
    ...(facts.parallel === 'UNSAFE' ? [] : [`PARALLEL ${facts.parallel}`]),
    ...(facts.cost === null ? [] : [`COST ${facts.cost}`]),
    ...(facts.rows === null ? [] : [`ROWS ${facts.rows}`]),
    ...(facts.support === null ? [] : [`SUPPORT ${facts.support}`]),
  ];
}

function bodyClause(body: Body, tag: string): string {
  switch (body.form) {
    case 'standard':
      return body.sql;
    case 'library':
      return `AS ${literal(body.library)}, ${literal(body.symbol)}`;
    case 'text': {
      let quote = `$${tag}$`;
      while (`${body.text}$`.includes(quote)) quote = `${quote.slice(0, -1)}_$`;
      return `AS ${quote}${body.text}${quote}`;
    }
  }
}
