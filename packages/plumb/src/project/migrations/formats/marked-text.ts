import type { Draft, DraftSection } from '../draft.ts';
import { cannotCarry, carried, type Outside } from './carry.ts';

/** The tools that write both ways into one file, each with marks of its own. */
export type MarkingTool = 'dbmate' | 'goose' | 'sql-migrate' | 'node-pg-migrate';

interface Marks {
  readonly outside: Outside;
  readonly up: string;
  readonly down: string;
  /** Behind the mark of a way that can't be in a transaction. */
  readonly noTransaction: string;
  /** Around statements with a semicolon inside, for tools that end statements at every one. */
  readonly fence: readonly [begin: string, end: string] | null;
}

const marksOf: Readonly<Record<MarkingTool, Marks>> = {
  dbmate: {
    outside: 'one statement',
    up: '-- migrate:up',
    down: '-- migrate:down',
    noTransaction: ' transaction:false',
    fence: null,
  },
  goose: {
    outside: 'each statement',
    up: '-- +goose Up',
    down: '-- +goose Down',
    noTransaction: '',
    fence: ['-- +goose StatementBegin', '-- +goose StatementEnd'],
  },
  'sql-migrate': {
    outside: 'each statement',
    up: '-- +migrate Up',
    down: '-- +migrate Down',
    noTransaction: ' notransaction',
    fence: ['-- +migrate StatementBegin', '-- +migrate StatementEnd'],
  },
  'node-pg-migrate': {
    outside: 'nothing',
    up: '-- Up Migration',
    down: '-- Down Migration',
    noTransaction: '',
    fence: null,
  },
};

export function markedText({ comment, up, down }: Draft, tool: MarkingTool): string {
  const marks = marksOf[tool];
  const head = commentText(comment);
  if (tool === 'goose') return gooseText(head, up, down, marks);
  return `${head}${wayText(up, 'up', tool, marks)}\n${wayText(down, 'down', tool, marks)}`;
}

function wayText(sections: readonly DraftSection[], way: 'up' | 'down', tool: string, marks: Marks): string {
  const { inTransaction, statements } = carried(sections, tool, marks.outside);
  return `${marks[way]}${inTransaction ? '' : marks.noTransaction}\n${sqlOf(statements, marks)}`;
}

/** NO TRANSACTION is said of the whole file. */
function gooseText(head: string, up: readonly DraftSection[], down: readonly DraftSection[], marks: Marks): string {
  const ways = [up, down].map((sections) => carried(sections, 'goose', marks.outside));
  const outside = ways.some(({ inTransaction }) => !inTransaction);
  if (outside) {
    for (const sections of [up, down]) {
      if (sections.some(({ mode, statements }) => mode !== 'no-transaction' && statements.length > 1)) {
        throw cannotCarry('goose', [...up, ...down]);
      }
    }
  }
  const [upSql, downSql] = ways.map(({ statements }) => sqlOf(statements, marks));
  return `${head}${outside ? '-- +goose NO TRANSACTION\n' : ''}${marks.up}\n${upSql}\n${marks.down}\n${downSql}`;
}

function sqlOf(statements: readonly string[], { fence }: Marks): string {
  const fenced = statements.map((sql) =>
    fence === null || !/;[\s\S]*;$/.test(sql) ? sql : `${fence[0]}\n${sql}\n${fence[1]}`,
  );
  return fenced.length === 0 ? '' : `${fenced.join('\n\n')}\n`;
}

export function commentText(comment: string): string {
  if (comment === '') return '';
  return `${comment
    .split(/\r\n|\n|\r/)
    .map((line) => `-- ${line}`.trimEnd())
    .join('\n')}\n\n`;
}
