import { identifier, qualified } from '../../identifier.ts';
import { nameBeside } from '../../object-name.ts';
import { type Statement, statement } from '../../statement.ts';
import { optionList } from '../table/storage-options.ts';
import type { IndexBody, IndexFacts } from './index-facts.ts';

/** How an index is built: `only` leaves the partitions without, `concurrently` lets writes go on. */
export interface Way {
  readonly only?: boolean;
  readonly concurrently?: boolean;
}

export type Buildable = IndexBody & {
  readonly schema: string;
  readonly table: string;
  readonly unique: boolean;
};

/** CREATE INDEX under a name. */
export function createIndex(facts: Buildable, name: string, { only, concurrently }: Way = {}): string {
  const words = ['CREATE', facts.unique ? ' UNIQUE' : '', ' INDEX', concurrently ? ' CONCURRENTLY' : ''].join('');
  const table = `${only ? 'ONLY ' : ''}${qualified(facts.schema, facts.table)}`;
  const method = facts.method === 'btree' ? '' : ` USING ${identifier(facts.method)}`;
  return [
    `${words} ${identifier(name)} ON ${table}${method} (${facts.keys.join(', ')})`,
    facts.include.length > 0 ? ` INCLUDE (${facts.include.join(', ')})` : '',
    facts.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '',
    Object.keys(facts.options).length > 0 ? ` WITH (${optionList(facts.options)})` : '',
    facts.tablespace === null ? '' : ` TABLESPACE ${identifier(facts.tablespace)}`,
    facts.where === null ? '' : ` WHERE ${facts.where}`,
  ].join('');
}

type Targeted = Pick<IndexFacts, 'schema' | 'name' | 'statistics'>;

/** Sets the statistics targets of an index's expressions that differ from those it has. */
export function statisticsTargets(to: Targeted, has: Targeted['statistics'] = {}): readonly Statement[] {
  const columns = new Set([...Object.keys(has), ...Object.keys(to.statistics)]);
  return [...columns]
    .filter((column) => has[column] !== to.statistics[column])
    .map((column) =>
      statement(
        `ALTER INDEX ${qualified(to.schema, to.name)} ALTER COLUMN ${column} SET STATISTICS ${to.statistics[column] ?? -1}`,
      ),
    );
}

/** The name that a successor is built under while its predecessor is in use. */
export function successorName(name: string): string {
  return nameBeside(name, '_plumb_new');
}
