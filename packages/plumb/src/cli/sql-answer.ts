import { Problem } from '../contract/problem.ts';
import { type KeptRows, keepRows, writeCsv, writeJson } from '../project/run-sql/row-readers.ts';
import type { SqlFailure, SqlRun } from '../project/run-sql/run-sql.ts';
import type { ReadRows } from '../project/run-sql/run-statement.ts';
import { rowObjects, uniqueNames } from '../report/json-rows.ts';
import { renderDone, renderSqlFailure, sqlFailureMessage } from '../report/sql-failure-text.ts';
import { renderSqlResults, type ShownResult } from '../report/sql-results-text.ts';
import type { CommandResult } from './command.ts';

/** What becomes of rows: kept for a table, or written as they come, and then nothing is kept. */
export function rowsFor(
  format: 'table' | 'csv' | 'json',
  most: number,
  write: (chunk: string) => Promise<void>,
): { readonly read: ReadRows; readonly kept: readonly KeptRows[] | null } {
  switch (format) {
    case 'table':
      return keepRows(most);
    case 'csv':
      return { read: writeCsv(write), kept: null };
    case 'json':
      return { read: writeJson(write), kept: null };
  }
}

export function answerSql(run: SqlRun, kept: readonly KeptRows[] | null): CommandResult {
  const results = shownResults(run, kept ?? []);
  const { failure, statements, milliseconds } = run;
  return {
    data: { statements, results: results.map(resultData), failure: failure === null ? null : failureData(failure) },
    text: (look) => (kept === null ? '' : renderSqlResults(results, failure === null ? milliseconds : null, look)),
    ...(failure === null
      ? {}
      : {
          failure: {
            problem: failureProblem(failure, statements),
            text: (look) => renderSqlFailure(failure, statements, look),
          },
        }),
  };
}

/** Each result that has columns has the next of the kept rows. */
function shownResults(
  { results }: SqlRun,
  kept: readonly KeptRows[],
): readonly (SqlRun['results'][number] & ShownResult)[] {
  let next = 0;
  return results.map((result) => {
    const own = result.columns.length === 0 ? undefined : kept[next++];
    return { ...result, rows: own?.rows ?? [], total: own?.total ?? 0 };
  });
}

function resultData({
  command,
  rowCount,
  columns,
  rows,
  file,
  line,
}: ReturnType<typeof shownResults>[number]): unknown {
  const names = uniqueNames(columns.map(({ name }) => name));
  return {
    command,
    rowCount,
    columns: columns.map(({ type }, index) => ({ name: names[index], type })),
    rows: rows.map(rowObjects(columns)),
    file,
    line,
  };
}

function failureData({ source: _source, ...failure }: SqlFailure): unknown {
  return failure;
}

function failureProblem(failure: SqlFailure, statements: number): Problem {
  const hint = [failure.hint ?? '', renderDone(failure, statements)].filter((part) => part !== '').join(' ');
  return new Problem('SQL_FAILED', sqlFailureMessage(failure), hint === '' ? {} : { hint });
}
