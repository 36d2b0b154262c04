import type { TypeName } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { parsePath } from '../../catalog/identifier.ts';
import { isDomain } from '../../catalog/kinds/domain.ts';
import { isDomainConstraint } from '../../catalog/kinds/domain-constraint.ts';
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
  const domain = domainNamed(column.typeName, view);
  if (domain?.isConstrained === true) return 'domain';
  if (domain !== null && !types.includes('CONSTR_DEFAULT')) return 'default';
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

interface Domain {
  readonly isConstrained: boolean;
  readonly default: string | null;
}

/** The domain that a type is, with what it has from those that it is made of; null where it is none. */
export function domainNamed(type: TypeName | undefined, { before, migrations }: MigrationView): Domain | null {
  if (type === undefined || type.arrayBounds !== undefined) return null;
  const name = namesIn(type.names).at(-1) ?? '';
  const states: readonly Catalog[] = [before, ...migrations.flatMap(({ after }) => after ?? [])];
  return states.map((state) => domainIn(state, name)).find((domain) => domain !== null) ?? null;
}

function domainIn(state: Catalog, name: string): Domain | null {
  const objects = [...state.objects.values()];
  const domain = objects.filter(isDomain).find(({ facts }) => facts.name === name);
  if (domain === undefined) return null;
  const { facts } = domain;
  const base = domainIn(state, parsePath(facts.type)?.at(-1) ?? '');
  const checks = objects
    .filter(isDomainConstraint)
    .some((each) => each.facts.schema === facts.schema && each.facts.domain === facts.name);
  return {
    isConstrained: facts.notNull || checks || base?.isConstrained === true,
    default: facts.default ?? base?.default ?? null,
  };
}
