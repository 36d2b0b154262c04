import type { Step } from '../../plan/plan.ts';
import { groupsOf, planSql } from '../../plan/plan-sql.ts';

/** A whole schema as a person reads it: under headings, with what is alike close together. */
export function dumpText(steps: readonly Step[], about: { readonly of: string; readonly major: number }): string {
  const of = about.of.replaceAll(/\s+/g, ' ');
  if (steps.length === 0) return `-- The schema of ${of} is empty.`;
  const header = [
    `-- The schema of ${of}, as PostgreSQL ${about.major} understands it. Without rows.`,
    '-- Written by plumb dump. It loads into an empty database.',
  ];
  const groups = groupsOf(steps);
  const headed = new Set(steps.map(({ sql }) => sectionOf(sql))).size > 2;
  let section: string | null = null;
  const parts = groups.map((group) => {
    const lines: string[] = [];
    let before: string | null = null;
    for (const step of group) {
      const text = planSql([step]);
      const own: string | null = sectionOf(step.sql) ?? section;
      const begins = headed && own !== section;
      const close = !begins && before !== null && isAlike(before, text);
      if (before !== null && !close) lines.push('');
      if (begins) lines.push(`-- ${own}`, '');
      lines.push(text);
      section = own;
      before = text;
    }
    const sql = lines.join('\n');
    return groups.length > 1 && group.length > 1 ? `BEGIN;\n\n${sql}\n\nCOMMIT;` : sql;
  });
  return [header.join('\n'), ...parts].join('\n\n');
}

/** Statements of one line that begin alike need no line between them. */
function isAlike(one: string, other: string): boolean {
  if (one.includes('\n') || other.includes('\n')) return false;
  return headOf(one) === headOf(other);
}

/** GRANT and REVOKE are one sort; others are told by their first two words. */
function headOf(sql: string): string {
  const [first = '', second = ''] = sql.split(/\s+/, 2);
  return first === 'GRANT' || first === 'REVOKE' ? 'GRANT' : `${first} ${second === 'UNIQUE' ? 'INDEX' : second}`;
}

/** Null where a statement only adds to what is there: it stays where it is. */
function sectionOf(sql: string): string | null {
  return sections.find(([pattern]) => pattern.test(sql))?.[1] ?? null;
}

const sections: readonly (readonly [pattern: RegExp, title: string])[] = [
  [/^CREATE SCHEMA /, 'Schemas'],
  [/^CREATE EXTENSION /, 'Extensions'],
  [/^CREATE TEXT SEARCH /, 'Text search'],
  [/^CREATE COLLATION /, 'Collations'],
  [/^CREATE (TYPE|DOMAIN) /, 'Types'],
  [/^CREATE (UNLOGGED )?SEQUENCE /, 'Sequences'],
  [/^CREATE (SERVER|FOREIGN DATA WRAPPER|USER MAPPING) /, 'Foreign servers'],
  [/^CREATE (UNLOGGED |FOREIGN )?TABLE /, 'Tables'],
  [/^CREATE (FUNCTION|PROCEDURE|AGGREGATE) /, 'Functions'],
  [/^CREATE (OPERATOR|CAST|CONVERSION|TRANSFORM)/, 'Operators, casts and conversions'],
  [/^CREATE (MATERIALIZED )?VIEW /, 'Views'],
  [/^CREATE (UNIQUE )?INDEX /, 'Indexes'],
  [/^CREATE STATISTICS /, 'Statistics'],
  [/^CREATE EVENT TRIGGER /, 'Event triggers'],
  [/^CREATE (CONSTRAINT )?TRIGGER /, 'Triggers'],
  [/^CREATE RULE /, 'Rules'],
  [/^CREATE POLICY /, 'Policies'],
  [/^CREATE (PUBLICATION|SUBSCRIPTION) /, 'Publications and subscriptions'],
  [/^ALTER .* OWNER TO [^\n]*$/, 'Owners'],
  [/^COMMENT ON /, 'Comments'],
  [/^ALTER DEFAULT PRIVILEGES /, 'Default privileges'],
  [/^(GRANT|REVOKE) /, 'Grants'],
];
