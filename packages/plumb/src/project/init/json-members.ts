/** A member of a JSON object, by its places in the text. */
export interface JsonMember {
  readonly key: string;
  /** The white space before the key. */
  readonly before: string;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The members of the object that begins at an offset of a valid JSON text, and the offset of its closing brace. */
export function membersOf(
  text: string,
  start: number,
): { readonly members: readonly JsonMember[]; readonly end: number } {
  const members: JsonMember[] = [];
  let offset = start + 1;
  for (;;) {
    const keyStart = skipBlanks(text, offset);
    if (text[keyStart] !== '"') return { members, end: keyStart };
    const keyEnd = endOfValue(text, keyStart);
    const valueStart = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    const valueEnd = endOfValue(text, valueStart);
    const key: unknown = JSON.parse(text.slice(keyStart, keyEnd));
    members.push({ key: String(key), before: text.slice(offset, keyStart), keyEnd, valueStart, valueEnd });
    const next = skipBlanks(text, valueEnd);
    if (text[next] !== ',') return { members, end: next };
    offset = next + 1;
  }
}

function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}

const string = /"(?:[^"\\]|\\.)*"/y;
const scalar = /[^\s,\]}]+/y;

function endOfValue(text: string, start: number): number {
  const opening = text[start];
  if (opening !== '{' && opening !== '[') return match(opening === '"' ? string : scalar, text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = match(string, text, at) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function match(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : text.length;
}
