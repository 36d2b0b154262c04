/** A whole number of at least `least`. */
export function wholeNumber(least: number): (input: string) => number {
  return (input) => {
    const value = Number(input);
    if (!/^\d+$/.test(input) || !Number.isSafeInteger(value) || value < least) {
      throw new Error(`expects a whole number of at least ${least}`);
    }
    return value;
  };
}

export function portNumber(input: string): number {
  const value = Number(input);
  if (!/^\d+$/.test(input) || value < 1 || value > 65_535) throw new Error('expects a port from 1 to 65535');
  return value;
}

const durations: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** `500ms`, `30s`, `5min`, `1h`, or a plain number of seconds, in milliseconds. */
export function duration(input: string): number {
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)\s*(ms|s|min|h)?$/.exec(input) ?? [];
  const factor = durations[unit];
  if (amount === undefined || factor === undefined) throw new Error('expects a time such as 500ms, 30s or 5min');
  return Number(amount) * factor;
}

/** `50%` or `50`, as a share of 1. */
export function percentage(input: string): number {
  const [, amount] = /^(\d+(?:\.\d+)?)\s*%?$/.exec(input) ?? [];
  const share = Number(amount) / 100;
  if (!(share > 0 && share <= 1)) throw new Error('expects a share such as 50%, above 0% and up to 100%');
  return share;
}

const units = ['b', 'kb', 'mb', 'gb', 'tb'];

/** `5GB`, `500 MB`, or a plain number of bytes, in steps of 1024 as PostgreSQL counts them. */
export function size(input: string): number {
  const [, amount, unit = 'b'] = /^(\d+(?:\.\d+)?)\s*([kmgt]?b)?$/i.exec(input) ?? [];
  if (amount === undefined) throw new Error('expects a size such as 500MB or 5GB');
  return Math.floor(Number(amount) * 1024 ** units.indexOf(unit.toLowerCase()));
}
