/**
 * One record of CSV (RFC 4180; lines end in a line feed, as psql and COPY write them). A missing value is an empty
 * field and an empty text is `""`, so that `COPY … (format csv)` reads back what was written.
 */
export function csvRecord(values: readonly (string | null)[]): string {
  return `${values.map(field).join(',')}\n`;
}

function field(value: string | null, _index: number, all: readonly unknown[]): string {
  if (value === null) return '';
  // COPY takes a line with nothing but \. for the end of the data.
  const quoted = value === '' || /[",\r\n]/.test(value) || (all.length === 1 && value === '\\.');
  return quoted ? `"${value.replaceAll('"', '""')}"` : value;
}
