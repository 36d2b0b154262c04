/** `12,345`, for messages. */
export function figure(value: number): string {
  return value < 10 && !Number.isInteger(value) ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

/** `1 row`, `12,345 rows`. */
export function figureOf(value: number, singular: string, plural = `${singular}s`): string {
  return `${figure(value)} ${Math.round(value) === 1 ? singular : plural}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** PostgreSQL tells memory in kB. */
export function kilobytes(value: number): string {
  return value < 10_000 ? `${figure(value)} kB` : `${figure(value / 1024)} MB`;
}
