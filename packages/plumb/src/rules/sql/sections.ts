/** What stands in one section of a migration. */
export interface SectionText {
  /** As behind `-- plumb:up`; one transaction, unless given. */
  readonly mode?: string;
  readonly statements: readonly string[];
}

/** SQL in sections, each of which is committed before the next. */
export function inSections(...sections: readonly SectionText[]): string {
  return sections
    .map(({ mode, statements }) =>
      [`-- plumb:up${mode === undefined ? '' : ` ${mode}`}`, ...statements.map((each) => `${each};`)].join('\n'),
    )
    .join('\n\n');
}

/** One statement that can't be in a transaction. */
export function outsideOfTransaction(statement: string): string {
  return inSections({ mode: 'no-transaction', statements: [statement] });
}

/** A text with something put in where the parser, which counts bytes of UTF-8, says. */
export function insertedAt(text: string, at: number, inserted: string): string {
  const bytes = Buffer.from(text);
  return bytes.toString('utf8', 0, at) + inserted + bytes.toString('utf8', at);
}
