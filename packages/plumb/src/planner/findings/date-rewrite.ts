const column = '((?:[a-z_][a-z0-9_]*|"(?:[^"]|"")+")(?:\\.(?:[a-z_][a-z0-9_]*|"(?:[^"]|"")+"))?)';
const day = "('[0-9-]+'(?:::date)?|date '[0-9-]+'|\\$[0-9]+(?:::date)?|current_date)";

const days = [
  new RegExp(`${column}::date\\s*=\\s*${day}`, 'gi'),
  new RegExp(`\\bdate\\(\\s*${column}\\s*\\)\\s*=\\s*${day}`, 'gi'),
  new RegExp(`\\bcast\\(\\s*${column}\\s+as\\s+date\\s*\\)\\s*=\\s*${day}`, 'gi'),
];

const truncated = new RegExp(
  `\\bdate_trunc\\(\\s*'(day|week|month|quarter|year)'\\s*,\\s*${column}\\s*\\)\\s*=\\s*${day}`,
  'gi',
);

const years = [
  new RegExp(`\\bextract\\(\\s*year\\s+from\\s+${column}\\s*\\)\\s*=\\s*(\\d{4})\\b`, 'gi'),
  new RegExp(`\\bdate_part\\(\\s*'year'\\s*,\\s*${column}\\s*\\)\\s*=\\s*(\\d{4})\\b`, 'gi'),
];

/** Whether a condition asks for the day, the month or the year of a time. */
export function hasDateCast(condition: string): boolean {
  return /::date\b|\bdate\(|date_trunc\(|extract\(year|date_part\(/i.test(condition);
}

/** The query with a range of the time in place of its day, month or year; null where that is asked in no known way. */
export function withoutDateCast(sql: string): string | null {
  const withDays = days.reduce((text, form) => text.replace(form, asDay), sql);
  const withUnits = withDays.replace(truncated, (_, unit: string, name: string, value: string) => {
    const bare = asDate(value);
    const step = unit.toLowerCase() === 'quarter' ? '3 months' : `1 ${unit.toLowerCase()}`;
    return `(${name} >= ${bare} AND ${name} < ${bare} + interval '${step}')`;
  });
  const rewritten = years.reduce((text, form) => text.replace(form, asYear), withUnits);
  return rewritten === sql ? null : rewritten;
}

function asDay(_: string, name: string, value: string): string {
  return `(${name} >= ${asDate(value)} AND ${name} < ${asDate(value)} + 1)`;
}

function asYear(_: string, name: string, year: string): string {
  return `(${name} >= '${year}-01-01' AND ${name} < '${Number(year) + 1}-01-01')`;
}

function asDate(value: string): string {
  return /::date$/i.test(value) || !/^['$]/.test(value) ? value : `${value}::date`;
}
