import { withoutPasswords } from '../sql-failure-text.ts';

/** Text as Markdown shows it unchanged: what stands between backticks stays code, and nobody is called by `@`. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 === 1 ? part : escapePlain(part)))
    .join('');
}

/** The same inside of tags, where Markdown is not read. */
export function htmlOf(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('@', '@\u200b');
}

function escapePlain(text: string): string {
  return escapeHtml(text).replaceAll(/[\\`*_[\]|~#]/g, '\\$&');
}

/** A cell of a table as code; a line there can hold neither a break nor a bar. */
export function codeCell(text: string): string {
  return text === '' ? '' : inlineCode(text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|'));
}

export function inlineCode(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${ticks}${space}${text}${space}${ticks}`;
}

export function fenced(sql: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(sql) + 1));
  return `${ticks}sql\n${withoutPasswords(sql).trim()}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
