import type { CatalogObject } from '../../../catalog-object.ts';
import { identifier, qualified } from '../../../identifier.ts';
import type { Context } from '../../../kind.ts';
import { chosenName, nameBeside } from '../../../object-name.ts';
import { type Statement, statement } from '../../../statement.ts';
import { successorName } from '../../index/write-index.ts';
import { relationName } from '../alter-relation.ts';
import { retypingHazards, usingOf } from '../change-type.ts';
import type { ColumnFacts } from '../column-facts.ts';

/** Lets whatever is written to a column be written to its successor as well. */
export function beginDualWrite(from: ColumnFacts, to: ColumnFacts, context: Context): readonly Statement[] {
  const [old, next] = [identifier(from.name), identifier(successorName(to.name))];
  const value = usingOf(from, to, context, 'NEW.') ?? `NEW.${old}`;
  const table = relationName(to);
  const trigger = triggerName(to, context);
  const mayFail = retypingHazards(from, to, context).some(({ kind }) => kind === 'may-fail-on-rows');
  return [
    statement(
      [
        `CREATE FUNCTION ${functionName(to)}() RETURNS trigger`,
        'LANGUAGE plpgsql',
        ...settingsFor(from, to).map((setting) => `SET ${setting} FROM CURRENT`),
        'AS $plumb$',
        'BEGIN',
        `  NEW.${next} := ${value};`,
        '  RETURN NEW;',
        'END',
        '$plumb$',
      ].join('\n'),
      {
        comment: `What is written to ${old} from now on is written to ${next} as well${mayFail ? ', and refused where it has no value there' : ''}.`,
      },
    ),
    statement(
      `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${table}\n  FOR EACH ROW EXECUTE FUNCTION ${functionName(to)}()`,
      { run: 'apart' },
    ),
    // also for rows that come by replication
    statement(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${trigger}`),
  ];
}

export function endDualWrite(to: ColumnFacts, context: Context): readonly Statement[] {
  return [
    statement(`DROP TRIGGER ${triggerName(to, context)} ON ${relationName(to)}`),
    statement(`DROP FUNCTION ${functionName(to)}()`),
  ];
}

function functionName({ schema, table, name }: ColumnFacts): string {
  return qualified(schema, chosenName(table, name, 'plumb_write'));
}

/** Triggers fire in the order of their names, byte by byte: this one sees what the others have made of a row. */
function triggerName({ name, schema, table }: ColumnFacts, { from }: Context): string {
  let last = nameBeside(`zz_${name}`, '_plumb_write');
  for (const each of from.objects.values()) {
    if (each.kind !== 'trigger' || each.parent !== `table ${qualified(schema, table)}`) continue;
    const other = triggerFact(each);
    if (Buffer.compare(Buffer.from(other), Buffer.from(last)) >= 0) last = nameBeside(other, `_${name}_plumb_write`);
  }
  return identifier(last);
}

function triggerFact({ facts }: CatalogObject): string {
  return 'name' in facts ? String(facts.name) : '';
}

/** What a conversion may depend on: whoever writes, it gives what it gives to the session that migrates. */
function settingsFor({ type: from }: ColumnFacts, { type: to }: ColumnFacts): readonly string[] {
  const types = `${from} ${to}`;
  return [
    ...(types.includes('.') ? ['search_path'] : []),
    ...(/date|time|interval|range/.test(types) ? ['timezone', 'datestyle', 'intervalstyle'] : []),
  ];
}
