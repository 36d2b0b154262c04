const value = '(\\d+\\.0+|\\$\\d+|\\d+)(?:::(?:numeric|float8|double precision|decimal))?';

/** The query with a whole number that is compared with a column as one of the column's type; null where there is none. */
export function withCastConstant(sql: string, column: string, type: string | null): string | null {
  if (type === null || !/^(?:smallint|integer|bigint)$/.test(type)) return null;
  const name = column.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const form = new RegExp(`(\\b"?${name}"?\\s*(?:=|<=|>=|<|>)\\s*)${value}(?![\\w.:])`, 'gi');
  const rewritten = sql.replace(form, (_, before: string, constant: string) => {
    return `${before}${constant.startsWith('$') ? constant : Number.parseInt(constant, 10)}::${type}`;
  });
  return rewritten === sql ? null : rewritten;
}
