/** `12,345` */
export function formatCount(count: number | bigint): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `12,345 rows`; the plural is given where it isn't the word and an s. */
export function counted(count: number | bigint, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 || count === 1n ? singular : plural}`;
}

/** `950`, `12 k`, `1.2 M`: for columns where the order of magnitude is what matters. */
export function formatAbout(count: number): string {
  return scaled(count, 1000, ['', ' k', ' M', ' G', ' T']);
}

/** `512 B`, `8 kB`, `1.2 MB`, in steps of 1024 as PostgreSQL counts them. */
export function formatBytes(bytes: number | bigint): string {
  return scaled(Number(bytes), 1024, [' B', ' kB', ' MB', ' GB', ' TB', ' PB']);
}

/** `0.4 ms`, `340 ms`, `1.2 s`, `2 min 3 s`, `1 h 5 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 9.95) return `${dropZero(milliseconds.toFixed(1))} ms`;
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${dropZero((milliseconds / 1000).toFixed(1))} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return twoUnits(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(minutes / 60);
  return twoUnits(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

function scaled(amount: number, step: number, units: readonly [string, ...string[]]): string {
  let rest = amount;
  let unit = 0;
  while (unit < units.length - 1 && Math.abs(round(rest)) >= step) {
    rest /= step;
    unit += 1;
  }
  return `${unit === 0 ? formatCount(Math.round(rest)) : round(rest)}${units[unit]}`;
}

/** One decimal place up to ten, so that two or three figures are shown. */
function round(amount: number): number {
  return Math.abs(amount) < 9.95 ? Math.round(amount * 10) / 10 : Math.round(amount);
}

function dropZero(figure: string): string {
  return figure.endsWith('.0') ? figure.slice(0, -2) : figure;
}
