import type { TypeName } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { blocksItself } from '../blocked.ts';
import type { MigrationView } from '../rule.ts';
import { type AddedColumn, namesIn } from './alter-table.ts';

type Reason = 'identity' | 'generated' | 'domain' | 'default';

/** Why a new column made PostgreSQL write a table anew; null where it is no reason to. */
export function reasonToRewrite(added: AddedColumn, view: MigrationView): Reason | null {
  const { step, column, constraints } = added;
  if (blocksItself(step).length === 0 || step.observation?.rewrites.length === 0) return null;
  const types = constraints.map(({ contype }) => contype);
  if (types.includes('CONSTR_IDENTITY') || isSerial(column.typeName)) return 'identity';
  if (constraints.some((each) => each.contype === 'CONSTR_GENERATED' && each.generated_kind !== 'v'))
    return 'generated';
  if (isDomain(column.typeName, view)) return 'domain';
  return constraints.some(({ contype, raw_expr: value }) => contype === 'CONSTR_DEFAULT' && !isConstant(value))
    ? 'default'
    : null;
}

function isConstant(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('A_Const' in value) return true;
  if (!('TypeCast' in value) || typeof value.TypeCast !== 'object' || value.TypeCast === null) return false;
  return 'arg' in value.TypeCast && isConstant(value.TypeCast.arg);
}

export function isSerial(type: TypeName | undefined): boolean {
  return /^(?:small|big)?serial[248]?$/.test(namesIn(type?.names).at(-1) ?? '');
}

function isDomain(type: TypeName | undefined, { before, migrations }: MigrationView): boolean {
  const name = namesIn(type?.names).at(-1);
  const states: readonly Catalog[] = [before, ...migrations.flatMap(({ after }) => after ?? [])];
  return states.some(({ objects }) =>
    [...objects.values()].some(({ kind, facts }) => kind === 'domain' && 'name' in facts && facts.name === name),
  );
}
