import { closingIndex, tokensOf } from '../../sources/stand-ins/tokens.ts';
import type { Alteration } from './alter-table.ts';
import type { SectionText } from './sections.ts';

/** One thing that an ALTER TABLE asks for, as a statement of its own. */
export interface Alone {
  readonly sql: string;
  /** Where in it something stands that the parser has at a place of the whole statement, in bytes of UTF-8. */
  at(location: number): number;
  /** Its sections, with the rest of the statement around them. */
  among(sections: readonly SectionText[]): readonly SectionText[];
}

/** Takes some of the things that an ALTER TABLE asks for out of it; null where its text can't be taken apart. */
export function alone({ step, commands, command, alter }: Alteration, others = [command]): Alone | null {
  if (commands.length === 1) return { sql: step.sql, at: (location) => location, among: (sections) => sections };
  const texts = commandTexts(step.sql);
  const index = commands.indexOf(command);
  const own = texts[index];
  if (texts.length !== commands.length || own === undefined) return null;
  const statement = (from: number, to: number): readonly string[] => {
    const some = texts
      .slice(from, to)
      .filter((_, at) => !others.some((other) => commands.indexOf(other) === from + at));
    return some.length === 0 ? [] : [`${alter} ${some.map(({ text }) => text).join(', ')}`];
  };
  const head = `${alter} `;
  const shift = Buffer.byteLength(head) - Buffer.byteLength(step.sql.slice(0, own.start));
  return {
    sql: `${head}${own.text}`,
    at: (location) => location + shift,
    among: (sections) => put(statement(0, index), sections, statement(index + 1, texts.length)),
  };
}

function put(
  before: readonly string[],
  sections: readonly SectionText[],
  after: readonly string[],
): readonly SectionText[] {
  const [first, ...rest] = sections;
  const together = first !== undefined && first.mode === undefined;
  const begun = together
    ? [{ statements: [...before, ...first.statements] }, ...rest]
    : [...(before.length === 0 ? [] : [{ statements: before }]), ...sections];
  return after.length === 0 ? begun : [...begun, { statements: after }];
}

interface CommandText {
  readonly text: string;
  readonly start: number;
}

/** What stands between the commas behind the table's name. */
function commandTexts(sql: string): readonly CommandText[] {
  const tokens = tokensOf(sql);
  let at = 2;
  if (tokens[at]?.word === 'if') at += 2;
  if (tokens[at]?.word === 'only') at += 1;
  at += 1;
  while (tokens[at]?.text === '.') at += 2;
  if (tokens[at]?.text === '*') at += 1;
  const texts: CommandText[] = [];
  let start = tokens[at]?.start ?? sql.length;
  for (; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') at = closingIndex(tokens, at);
    if (tokens[at]?.text !== ',') continue;
    texts.push({ text: sql.slice(start, tokens[at]?.start).trim(), start });
    start = tokens[at + 1]?.start ?? sql.length;
  }
  return [...texts, { text: sql.slice(start).trim(), start }];
}
