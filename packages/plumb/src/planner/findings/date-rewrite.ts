const column = '((?:[a-z_][a-z0-9_]*|"(?:[^"]|"")+")(?:\\.(?:[a-z_][a-z0-9_]*|"(?:[^"]|"")+"))?)';
const day = "('[0-9-]+'(?:::date)?|date '[0-9-]+'|\\$[0-9]+(?:::date)?|current_date)";

const forms = [
  new RegExp(`${column}::date\\s*=\\s*${day}`, 'gi'),
  new RegExp(`\\bdate\\(\\s*${column}\\s*\\)\\s*=\\s*${day}`, 'gi'),
  new RegExp(`\\bcast\\(\\s*${column}\\s+as\\s+date\\s*\\)\\s*=\\s*${day}`, 'gi'),
  new RegExp(`\\bdate_trunc\\(\\s*'day'\\s*,\\s*${column}\\s*\\)\\s*=\\s*${day}`, 'gi'),
];

/** Whether a condition asks for the day of a time. */
export function hasDateCast(condition: string): boolean {
  return /::date\b|\bdate\(|date_trunc\(/.test(condition);
}

/** The query with the day of a time as a range of the time itself; null where it is asked in a way that isn't known. */
export function withoutDateCast(sql: string): string | null {
  const rewritten = forms.reduce((text, form) => text.replace(form, asRange), sql);
  return rewritten === sql ? null : rewritten;
}

function asRange(_: string, name: string, value: string): string {
  const bare = /::date$/i.test(value) || !/^['$]/.test(value) ? value : `${value}::date`;
  return `(${name} >= ${bare} AND ${name} < ${bare} + 1)`;
}
