import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../source-file.ts';

/** Two schemas, and what a team that leads the one to the other would answer when it is asked. */
export interface CorpusCase {
  /** `columns/add-column`: the folder below `corpus/`. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Rows put into `before`. */
  readonly seed: string;
  /** Rows put into `after`, for the way back. */
  readonly seedAfter: string;
  readonly settings: CaseSettings;
}

/** What `case.json` may say. */
export interface CaseSettings {
  /** A comparison such as `>=15`. */
  readonly majors: string;
  /** `public.users.name=public.users.display_name`, from before to after; `none` says that nothing was renamed. */
  readonly renames: readonly string[] | 'none';
  /** Hazards that are accepted. All, unless it is given. */
  readonly allow: readonly string[];
  /** Big changes of a table in small steps. */
  readonly stepwise: boolean;
  /** What the refusal of a plan must say. */
  readonly refused: string | null;
  readonly refusedBack: string | null;
  /** Tables, and columns as `public.users.name`, whose rows change on the way, and why. */
  readonly rowsChange: Readonly<Record<string, string>>;
}

/** From before to after, or from after to before. */
export type Way = 'forward' | 'backward';

const folder = join(root, 'corpus');

const defaults: CaseSettings = {
  majors: '>=14',
  renames: 'none',
  allow: ['data-loss'],
  stepwise: false,
  refused: null,
  refusedBack: null,
  rowsChange: {},
};

/** All cases, in the order of their names. */
export function corpusCases(): CorpusCase[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((group) => readdirSync(join(folder, group.name)).map((name) => `${group.name}/${name}`))
    .sort()
    .map(readCase);
}

/** Whether the case can be made on servers of this major. */
export function runsOn({ settings }: CorpusCase, major: number): boolean {
  const [, comparison, bound] = /^(>=|<|=)(\d+)$/.exec(settings.majors) ?? [];
  if (comparison === undefined) throw new Error(`"majors": "${settings.majors}" is not like ">=15", "<15" or "=15"`);
  if (comparison === '=') return major === Number(bound);
  return comparison === '>=' ? major >= Number(bound) : major < Number(bound);
}

function readCase(name: string): CorpusCase {
  const at = (file: string): string => join(folder, name, file);
  const optional = (file: string): string => (existsSync(at(file)) ? readFileSync(at(file), 'utf8') : '');
  return {
    name,
    before: readFileSync(at('before.sql'), 'utf8'),
    after: readFileSync(at('after.sql'), 'utf8'),
    seed: optional('seed.sql'),
    seedAfter: optional('seed-after.sql'),
    settings: readSettings(name, optional('case.json')),
  };
}

function readSettings(name: string, text: string): CaseSettings {
  const given: Partial<CaseSettings> = text === '' ? {} : JSON.parse(text);
  const unknown = Object.keys(given).filter((key) => !(key in defaults));
  if (unknown.length > 0) throw new Error(`corpus/${name}/case.json has ${unknown.join(', ')}, which nobody reads`);
  return { ...defaults, ...given };
}
