/** A line that begins the up part or the down part of a migration. */
export interface SectionMark {
  readonly start: number;
  readonly up: boolean;
}

/** The marks of plumb, dbmate, goose, sql-migrate and node-pg-migrate. */
const marks =
  /^[^\S\r\n]*--[^\S\r\n]*(?:(?:plumb|migrate):(?<word>up|down)\b|\+(?:goose|migrate)[^\S\r\n]+(?<plus>up|down)\b|(?<node>up|down)[^\S\r\n]+migration\b)/gim;

export function migrationSections(text: string): readonly SectionMark[] {
  return [...text.matchAll(marks)].map(({ index, groups }) => ({
    start: index,
    up: (groups?.word ?? groups?.plus ?? groups?.node)?.toLowerCase() === 'up',
  }));
}

/** What a migration does on the way up; blanks stand in for the rest, so that places stay right. */
export function upPart(text: string): string {
  const sections = migrationSections(text);
  const [first] = sections;
  if (first === undefined) return text;
  const parts = sections.map(({ start, up }, index) => {
    const part = text.slice(start, sections[index + 1]?.start);
    return up ? part : blank(part);
  });
  return blank(text.slice(0, first.start)) + parts.join('');
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}
