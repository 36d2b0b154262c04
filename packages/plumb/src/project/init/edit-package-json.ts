import { type JsonMember, membersOf } from './json-members.ts';

/** Adds scripts to the text of a package.json; whatever is there stays as it is, byte for byte. */
export function addScripts(text: string, scripts: Readonly<Record<string, string>>): string {
  const entries = Object.entries(scripts);
  if (entries.length === 0) return text;
  const root = membersOf(text, text.indexOf('{'));
  const own = root.members.find(({ key }) => key === 'scripts');
  const style = styleOf(root.members, text);
  if (own === undefined) {
    const member = `"scripts"${style.colon}${object(entries, style)}`;
    return insertMembers(text, root.members, root.end, [member], style.separator, style.lineEnd);
  }
  const inner = membersOf(text, own.valueStart);
  const last = inner.members.at(-1);
  if (last === undefined) return text.slice(0, own.valueStart) + object(entries, style) + text.slice(own.valueEnd);
  const colon = text.slice(last.keyEnd, last.valueStart);
  const added = entries.map(([name, command]) => `${JSON.stringify(name)}${colon}${JSON.stringify(command)}`);
  return insertMembers(text, inner.members, inner.end, added, last.before, '');
}

interface Style {
  /** What stands before each member: a line break and its indent, or nothing. */
  readonly separator: string;
  readonly colon: string;
  readonly lineEnd: string;
}

/** New text is written as the file's own members are. */
function styleOf(members: readonly JsonMember[], text: string): Style {
  const last = members.at(-1);
  if (last === undefined) return { separator: '\n  ', colon: ': ', lineEnd: '\n' };
  const lineEnd = /\r?\n/.exec(last.before)?.[0] ?? '';
  return { separator: last.before, colon: text.slice(last.keyEnd, last.valueStart), lineEnd };
}

function object(entries: readonly (readonly [string, string])[], { separator, colon, lineEnd }: Style): string {
  const indent = separator.slice(separator.lastIndexOf('\n') + 1);
  const inner = lineEnd === '' ? separator : `${lineEnd}${indent}${indent}`;
  const members = entries.map(([name, command]) => `${inner}${JSON.stringify(name)}${colon}${JSON.stringify(command)}`);
  return `{${members.join(',')}${separator}}`;
}

function insertMembers(
  text: string,
  members: readonly JsonMember[],
  end: number,
  added: readonly string[],
  separator: string,
  lineEnd: string,
): string {
  const last = members.at(-1);
  const insertion = added.map((member) => separator + member).join(',');
  if (last !== undefined) return `${text.slice(0, last.valueEnd)},${insertion}${text.slice(last.valueEnd)}`;
  return `${text.slice(0, text.lastIndexOf('{', end) + 1)}${insertion}${lineEnd}${text.slice(end)}`;
}
