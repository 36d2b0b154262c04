const statement =
  /^\s*(?:(?:--[^\n]*\n|\/\*[\s\S]*?\*\/)\s*)*\(?\s*(?:select|insert|update|delete|with|merge|values|table)\b/i;

/** Whether a text begins as a query does, where SQL is to be expected. */
export function isStatement(text: string): boolean {
  return statement.test(text);
}

const writing =
  /^\s*(?:insert|update|delete|merge)\b|^\s*with\b[\s\S]*\b(?:insert\s+into|delete\s+from|merge\s+into|update\s+(?:only\s+)?[\w."]+(?:\s+(?:as\s+)?\w+)?\s+set)\b/i;

/** Whether a query changes rows. */
export function isWrite(sql: string): boolean {
  return writing.test(sql);
}

const shapes = [
  /^\s*SELECT\s[\s\S]+?\sFROM\s/,
  /^\s*INSERT\s+INTO\s/,
  /^\s*UPDATE\s[\s\S]+?\sSET\s/,
  /^\s*DELETE\s+FROM\s/,
  /^\s*WITH\s[\s\S]+?\sAS\s*(?:MATERIALIZED\s*)?\(/,
];

const strict = shapes.flatMap((shape) => [shape, new RegExp(lowerCase(shape.source))]);

/** Whether a text is SQL where any text may stand: keywords are all large or all small, as nobody writes prose. */
export function isSurelySql(text: string): boolean {
  return strict.some((shape) => shape.test(text));
}

function lowerCase(pattern: string): string {
  return pattern.replaceAll(
    /(\\[a-zA-Z])|([A-Z])/g,
    (_, mark: string | undefined, letter: string) => mark ?? letter.toLowerCase(),
  );
}
