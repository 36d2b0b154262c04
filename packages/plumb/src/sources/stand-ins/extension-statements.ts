import type { Node } from 'libpg-query';
import { escapeLiteral } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { isStandIn } from '../../postgres/stand-in.ts';
import type { Edit } from './edits.ts';
import { lackingExtension } from './for-want-of.ts';
import { memberOf } from './member-of.ts';
import { note } from './note.ts';
import { serverWith } from './server-with.ts';
import type { Token } from './tokens.ts';
import { asItStands, leaveOut, type Treatment } from './treatment.ts';

/** The extensions that a server can make, with the version it makes unless told otherwise. */
export type AvailableExtensions = ReadonlyMap<string, AvailableExtension>;

interface AvailableExtension {
  readonly version: string;
  readonly all: readonly string[];
  /** Whether the owner of a database may make it. */
  readonly trusted: boolean;
  /** The one schema that it can be made in. */
  readonly schema: string | null;
  readonly isEmpty: boolean;
}

/** The extensions that a statement makes, by name. */
export function extensionOf(tree: Node): string | null {
  if ('CreateExtensionStmt' in tree) return tree.CreateExtensionStmt.extname ?? null;
  // without a handler, a language comes from the extension of its name
  if ('CreatePLangStmt' in tree && tree.CreatePLangStmt.plhandler === undefined) {
    return tree.CreatePLangStmt.plname ?? null;
  }
  return null;
}

/** What a server has, and what it doesn't make for everybody. */
interface Supply {
  readonly extensions: AvailableExtensions;
  /** Those that are made by a function of ours. */
  readonly lent: ReadonlySet<string>;
  readonly major: number;
}

export function treatExtension(
  tree: Node,
  text: string,
  tokens: () => readonly Token[],
  supply: Supply,
): Treatment | null {
  const { extensions: available, major } = supply;
  if ('CreateExtensionStmt' in tree) return treatCreate(tree.CreateExtensionStmt, text, tokens, supply);
  if ('AlterExtensionStmt' in tree) {
    const { extname = '', options = [] } = tree.AlterExtensionStmt;
    const extension = available.get(extname);
    const version = optionOf(options, 'new_version');
    if (extension !== undefined && !isStandIn(extension.version)) {
      if (version === null || extension.all.includes(version)) return null;
      return leaveOut(text, versionNote(extname, version, extension.version));
    }
    return leaveOut(text, extension === undefined ? missingNote(extname, major) : standInNote(extname, major));
  }
  return null;
}

function treatCreate(
  { extname = '', options = [] }: Extract<Node, { CreateExtensionStmt: unknown }>['CreateExtensionStmt'],
  text: string,
  tokens: () => readonly Token[],
  { extensions, lent, major }: Supply,
): Treatment {
  const extension = extensions.get(extname);
  if (extension === undefined) return leaveOut(text, missingNote(extname, major));
  const { version, all, schema, isEmpty } = extension;
  const wantedVersion = optionOf(options, 'new_version');
  const wantedSchema = optionOf(options, 'schema');
  const notes: Finding[] = [];
  if (isStandIn(version)) notes.push(isEmpty ? emptyNote(extname, major) : standInNote(extname, major));
  const edits: Edit[] = [];
  if (wantedVersion !== null && !all.includes(wantedVersion)) {
    edits.push(...withoutOption('version', tokens()));
    if (!isStandIn(version)) notes.push(versionNote(extname, wantedVersion, version));
  }
  if (lent.has(extname) && !extension.trusted) {
    const place = wantedSchema === null ? 'pg_catalog.current_schema()' : escapeLiteral(wantedSchema);
    const made = wantedVersion !== null && all.includes(wantedVersion) ? escapeLiteral(wantedVersion) : 'NULL';
    const call = `SELECT plumb_shadow.make_extension(${escapeLiteral(extname)}, ${place}, ${made})`;
    return { ...asItStands, edits: [{ start: 0, end: text.length, text: call }], notes };
  }
  // scripts name another schema beside IF NOT EXISTS, or one that is there before them; its own is made with the extension
  if (wantedSchema !== null && schema !== null) edits.push(...withoutOption('schema', tokens()));
  return { ...asItStands, edits, notes };
}

function withoutOption(keyword: string, tokens: readonly Token[]): readonly Edit[] {
  // the name of the extension may be a keyword
  const at = tokens.findIndex(({ word }, index) => index > 2 && word === keyword);
  const [first, last] = [tokens[at], tokens[at + 1]];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end, text: '' }];
}

function optionOf(options: readonly Node[], name: string): string | null {
  for (const option of options) {
    const element = memberOf(option, 'DefElem');
    if (memberOf(element, 'defname') !== name) continue;
    const value = memberOf(memberOf(memberOf(element, 'arg'), 'String'), 'sval');
    if (typeof value === 'string') return value;
  }
  return null;
}

function standInNote(name: string, major: number): Finding {
  return note(
    'An extension was stood in for',
    `extension ${name}: the shadow has a stand-in, with its types, functions and operators but without its code`,
    `The embedded server does not have this extension. Its version is not compared. ${serverWith(name, major)}`,
    [name],
  );
}

function emptyNote(name: string, major: number): Finding {
  return note(
    lackingExtension,
    `extension ${name}: nothing is known of it, so the shadow has an empty stand-in`,
    `What uses its types or functions fails on the shadow. ${serverWith(name, major)}`,
    [name],
  );
}

function missingNote(name: string, major: number): Finding {
  return note(
    lackingExtension,
    `extension ${name}: the server that holds the shadow does not have it, so it was left out`,
    `What uses its types or functions fails on the shadow. Install it on that server, or use the embedded one. ${serverWith(name, major)}`,
    [name],
  );
}

function versionNote(name: string, wanted: string, has: string): Finding {
  return note(
    'Another version of an extension',
    `extension ${name}: the shadow has version ${has} in place of ${wanted}`,
    'The embedded server brings the versions of its PostgreSQL release.',
    [name],
  );
}
