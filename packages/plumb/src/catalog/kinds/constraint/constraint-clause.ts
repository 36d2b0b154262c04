import { identifier, qualified } from '../../identifier.ts';
import { withoutOuterBrackets } from '../index/split-definition.ts';
import { optionList } from '../table/storage-options.ts';
import type {
  CheckFacts,
  Constraint,
  ConstraintFacts,
  Deferral,
  ExclusionFacts,
  ForeignKeyFacts,
  KeyFacts,
} from './constraint-facts.ts';

/** As in CREATE TABLE: `CONSTRAINT users_pkey PRIMARY KEY (id)`. */
export function constraintClause({ facts }: Pick<Constraint, 'facts'>): string {
  return `CONSTRAINT ${identifier(facts.name)} ${constraintDefinition(facts)}`;
}

/** What follows the name. */
export function constraintDefinition(facts: ConstraintFacts): string {
  switch (facts.type) {
    case 'check':
      return check(facts);
    case 'foreign key':
      return foreignKey(facts);
    case 'exclusion':
      return exclusion(facts);
    default:
      return key(facts);
  }
}

export function deferralClause(deferral: Deferral): string {
  const clauses = {
    'not deferrable': '',
    deferrable: ' DEFERRABLE',
    'initially deferred': ' DEFERRABLE INITIALLY DEFERRED',
  };
  return clauses[deferral];
}

function key(facts: KeyFacts): string {
  const words = facts.type === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE';
  const nulls = facts.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  const period = facts.withoutOverlaps ? ' WITHOUT OVERLAPS' : '';
  return `${words}${nulls} (${facts.keys.join(', ')}${period})${storage(facts)}${deferralClause(facts.deferral)}`;
}

function exclusion(facts: ExclusionFacts): string {
  const where = facts.where === null ? '' : ` WHERE ${facts.where}`;
  const elements = facts.keys.join(', ');
  return `EXCLUDE USING ${identifier(facts.method)} (${elements})${storage(facts)}${where}${deferralClause(facts.deferral)}`;
}

function storage({ include, options, tablespace }: KeyFacts | ExclusionFacts): string {
  return [
    include.length > 0 ? ` INCLUDE (${include.join(', ')})` : '',
    Object.keys(options).length > 0 ? ` WITH (${optionList(options)})` : '',
    tablespace === null ? '' : ` USING INDEX TABLESPACE ${identifier(tablespace)}`,
  ].join('');
}

function check({ expression, inheritable, validated, enforced }: CheckFacts): string {
  const reach = inheritable ? '' : ' NO INHERIT';
  return `CHECK (${withoutOuterBrackets(expression)})${reach}${validity(validated, enforced)}`;
}

function foreignKey(facts: ForeignKeyFacts): string {
  const { references, match, onUpdate, onDelete, deleteSets, period } = facts;
  const onDeleteOf = deleteSets.length > 0 ? ` (${deleteSets.map(identifier).join(', ')})` : '';
  return [
    `FOREIGN KEY (${columnList(facts.columns, period)})`,
    ` REFERENCES ${qualified(references.schema, references.table)} (${columnList(references.columns, period)})`,
    match === 'simple' ? '' : ` MATCH ${match.toUpperCase()}`,
    onUpdate === 'no action' ? '' : ` ON UPDATE ${onUpdate.toUpperCase()}`,
    onDelete === 'no action' ? '' : ` ON DELETE ${onDelete.toUpperCase()}${onDeleteOf}`,
    deferralClause(facts.deferral),
    validity(facts.validated, facts.enforced),
  ].join('');
}

/** The period is the last of them. */
function columnList(columns: readonly string[], period: boolean): string {
  return columns
    .map((name, at) => `${period && at === columns.length - 1 ? 'PERIOD ' : ''}${identifier(name)}`)
    .join(', ');
}

/** What isn't enforced isn't validated either, and needn't say so. */
function validity(validated: boolean, enforced: boolean): string {
  if (!enforced) return ' NOT ENFORCED';
  return validated ? '' : ' NOT VALID';
}
