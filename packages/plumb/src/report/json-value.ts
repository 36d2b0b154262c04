/** OIDs from pg_type.dat; they never change. */
const bool = 16;
const numbers = new Set([21, 23, 26, 700, 701]);
const json = new Set([114, 3802]);

/**
 * A value as PostgreSQL prints it, as a JSON value: booleans, small integers, floats and JSON become what they are;
 * everything else stays text, so that a bigint, a numeric or a timestamp loses nothing.
 */
export function jsonValue(text: string | null, typeOid: number): unknown {
  if (text === null) return null;
  if (typeOid === bool) return text === 't';
  if (numbers.has(typeOid)) return finite(text);
  if (json.has(typeOid)) return parsed(text);
  return text;
}

/** JSON has no NaN and no infinity. */
function finite(text: string): number | string {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** A document with a number that JavaScript would round stays text. */
function parsed(text: string): unknown {
  return /\d[\d.]{15}/.test(text) && numbersIn(text).some(isRounded) ? text : JSON.parse(text);
}

function numbersIn(json: string): readonly string[] {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d[\d.eE+-]*/g) ?? [];
}

/** Up to 15 digits a double holds whatever was written. */
function isRounded(number: string): boolean {
  return number.replaceAll(/\D/g, '').length > 15 && String(Number(number)) !== number;
}
