import { type Node, parseSync } from 'libpg-query';
import { applyEdits } from './edits.ts';
import { memberOf } from './member-of.ts';
import { note } from './note.ts';
import type { Token } from './tokens.ts';
import { asItStands, type Treatment } from './treatment.ts';

const builtIn = 'postgresql_fdw_validator';

/**
 * A foreign data wrapper, which only a superuser makes or changes. Its validator is called at once, in that superuser's
 * name, so none is named but PostgreSQL's own.
 */
export function treatWrapper(
  tree: Node,
  text: string,
  tokens: () => readonly Token[],
  asSuperuser: (statement: string) => string,
): Treatment | null {
  const statement = 'CreateFdwStmt' in tree ? tree.CreateFdwStmt : 'AlterFdwStmt' in tree ? tree.AlterFdwStmt : null;
  if (statement === null) return null;
  const { fdwname = '', func_options } = statement;
  const validator = validatorOf(func_options);
  if (validator === undefined) return runAs(text, asSuperuser(text), []);
  const isBuiltIn = [builtIn, `pg_catalog.${builtIn}`].includes(namesOf(validator).join('.'));
  const span = clause(tokens());
  const replacement = isBuiltIn ? `VALIDATOR pg_catalog.${builtIn}` : '';
  const sql = span === null ? '' : applyEdits(text, [{ ...span, text: replacement }]).text;
  if (!isHarmless(sql)) return runAs(text, null, [leftOut(fdwname)]);
  return runAs(text, asSuperuser(sql), isBuiltIn ? [] : [leftOut(fdwname)]);
}

function runAs(text: string, call: string | null, notes: Treatment['notes']): Treatment {
  return { ...asItStands, edits: [{ start: 0, end: text.length, text: call === null ? '' : `SELECT ${call}` }], notes };
}

function validatorOf(options: readonly Node[] = []): unknown {
  return options
    .map((option) => memberOf(option, 'DefElem'))
    .find((option) => memberOf(option, 'defname') === 'validator' && memberOf(option, 'arg') !== undefined);
}

/** Words can be names, so what came of the edit is read again. */
function isHarmless(sql: string): boolean {
  const tree = treeOf(sql);
  if (tree === undefined || !('CreateFdwStmt' in tree || 'AlterFdwStmt' in tree)) return false;
  const options = 'CreateFdwStmt' in tree ? tree.CreateFdwStmt.func_options : tree.AlterFdwStmt.func_options;
  const validator = validatorOf(options);
  return validator === undefined || namesOf(validator).join('.') === `pg_catalog.${builtIn}`;
}

function treeOf(sql: string): Node | undefined {
  try {
    return parseSync(sql).stmts?.[0]?.stmt;
  } catch {
    return undefined;
  }
}

function namesOf(validator: unknown): readonly unknown[] {
  const items = memberOf(memberOf(memberOf(validator, 'arg'), 'List'), 'items');
  return (Array.isArray(items) ? items : []).map((item) => memberOf(memberOf(item, 'String'), 'sval'));
}

/** From the word to the end of the name behind it, which may have dots. */
function clause(tokens: readonly Token[]): { readonly start: number; readonly end: number } | null {
  const at = tokens.findIndex(({ word }, index) => index > 4 && word === 'validator');
  const start = tokens[at]?.start;
  let last = at + 1;
  while (tokens[last + 1]?.word === '.') last += 2;
  const end = tokens[last]?.end;
  return at === -1 || start === undefined || end === undefined ? null : { start, end };
}

function leftOut(wrapper: string): Treatment['notes'][number] {
  return note(
    'Left out on the shadow',
    `the validator of foreign data wrapper ${wrapper}: left out on the shadow`,
    'PostgreSQL calls it in the name of the superuser who makes the wrapper, and it may be a stranger’s.',
    [wrapper],
  );
}
