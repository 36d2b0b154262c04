import { posix } from 'node:path';
import { parseSync, type Statement, Visitor } from 'oxc-parser';

/** The text of a declaration file, by its path. */
type ReadFile = (path: string) => string;

/** Where a name comes from: a declaration in a file of ours, or another package. */
type Origin =
  | { readonly kind: 'own'; readonly file: string; readonly name: string }
  | { readonly kind: 'package'; readonly specifier: string; readonly name: string };

interface Module {
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  /** Names that mean something from elsewhere: imports and re-exports. */
  readonly imports: ReadonlyMap<string, Origin>;
  readonly exports: ReadonlyMap<string, Origin>;
  readonly stars: readonly string[];
}

interface Declaration {
  readonly text: string;
  readonly uses: readonly (string | Origin)[];
}

/**
 * What an entry exports, as one text: each declaration in the order of its name, then the declarations that those need
 * but that are not exported themselves, then the types of other packages.
 */
export function publicApi(entry: string, read: ReadFile): string {
  const modules = new Map<string, Module>();
  const load = (file: string): Module => {
    const known = modules.get(file);
    if (known !== undefined) return known;
    const module = readModule(file, read(file));
    modules.set(file, module);
    return module;
  };

  const exported = exportsOf(entry, load);
  const written = new Set<string>();
  const foreign = new Set<string>();
  const pending: Origin[] = [];

  const write = (origin: Origin, alias: string): string[] => {
    if (origin.kind === 'package') {
      foreign.add(`${origin.name} from '${origin.specifier}'`);
      return [];
    }
    const key = `${origin.file} ${origin.name}`;
    if (written.has(key)) return [];
    written.add(key);
    const module = load(origin.file);
    const declarations = module.declarations.get(origin.name) ?? [];
    for (const use of declarations.flatMap(({ uses }) => uses)) {
      const found = typeof use === 'string' ? resolve(origin.file, use, load) : settle(use, load);
      if (found !== null) pending.push(found);
    }
    const heading = alias === origin.name ? '' : `// ${alias}\n`;
    return [heading + declarations.map(({ text }) => text).join('\n')];
  };

  const names = [...exported.keys()].sort();
  const own = names.flatMap((name) => {
    const origin = exported.get(name);
    return origin === undefined ? [] : write(origin, name);
  });
  const inner: string[] = [];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) inner.push(...write(next, next.name));

  const sections = [own.join('\n\n')];
  if (inner.length > 0) sections.push(`// Not exported, but part of the above\n\n${inner.sort().join('\n\n')}`);
  if (foreign.size > 0)
    sections.push(
      [...foreign]
        .sort()
        .map((line) => `// Uses ${line}`)
        .join('\n'),
    );
  return `${sections.join('\n\n')}\n`;
}

function exportsOf(file: string, load: (file: string) => Module): Map<string, Origin> {
  const module = load(file);
  const found = new Map<string, Origin>();
  for (const star of module.stars) for (const [name, origin] of exportsOf(star, load)) found.set(name, origin);
  for (const [name, origin] of module.exports) found.set(name, settle(origin, load));
  return found;
}

/** Follows re-exports to the file that declares the name. */
function settle(origin: Origin, load: (file: string) => Module): Origin {
  if (origin.kind === 'package' || load(origin.file).declarations.has(origin.name)) return origin;
  const next = exportsOf(origin.file, load).get(origin.name) ?? load(origin.file).imports.get(origin.name);
  if (next === undefined) throw new Error(`${origin.file} does not declare ${origin.name}`);
  return settle(next, load);
}

/** What a name means inside a file; null for globals and type parameters. */
function resolve(file: string, name: string, load: (file: string) => Module): Origin | null {
  const module = load(file);
  if (module.declarations.has(name)) return { kind: 'own', file, name };
  const imported = module.imports.get(name);
  return imported === undefined ? null : settle(imported, load);
}

function readModule(file: string, text: string): Module {
  const { program } = parseSync(file, text, { lang: 'dts' });
  const declarations = new Map<string, Declaration[]>();
  const imports = new Map<string, Origin>();
  const exports = new Map<string, Origin>();
  const stars: string[] = [];

  const declare = (statement: Statement, exported: boolean): void => {
    for (const name of declaredNames(statement)) {
      const declaration = { text: textOf(text, statement), uses: usesOf(statement, file) };
      declarations.set(name, [...(declarations.get(name) ?? []), declaration]);
      if (exported) exports.set(name, { kind: 'own', file, name });
    }
  };

  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        const name =
          specifier.type === 'ImportSpecifier'
            ? nameOf(specifier.imported)
            : specifier.type === 'ImportDefaultSpecifier'
              ? 'default'
              : '*';
        imports.set(specifier.local.name, origin(file, statement.source.value, name));
      }
    } else if (statement.type === 'ExportAllDeclaration') {
      stars.push(declarationFile(file, statement.source.value));
    } else if (statement.type === 'ExportNamedDeclaration' && statement.declaration !== null) {
      declare(statement.declaration, true);
    } else if (statement.type === 'ExportNamedDeclaration') {
      for (const specifier of statement.specifiers) {
        const name = nameOf(specifier.local);
        const source = statement.source?.value;
        const from: Origin = source === undefined ? { kind: 'own', file, name } : origin(file, source, name);
        exports.set(nameOf(specifier.exported), from);
      }
    } else declare(statement, false);
  }
  return { declarations, imports, exports, stars };
}

function declaredNames(statement: Statement): string[] {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
      return statement.id === null ? [] : [statement.id.name];
    default:
      return [];
  }
}

/** Every type or value that a declaration mentions. */
function usesOf(statement: Statement, file: string): (string | Origin)[] {
  const uses: (string | Origin)[] = [];
  const use = (node: object | null): void => {
    const name = leftmostName(node);
    if (name !== null) uses.push(name);
  };
  const { start, end } = statement;
  new Visitor({
    TSTypeReference: ({ typeName }) => use(typeName),
    TSTypeQuery: ({ exprName }) => use(exprName),
    TSInterfaceHeritage: ({ expression }) => use(expression),
    TSClassImplements: ({ expression }) => use(expression),
    ClassDeclaration: ({ superClass }) => use(superClass),
    TSImportType: ({ source, qualifier }) => {
      const name = leftmostName(qualifier);
      if (name !== null) uses.push(origin(file, source.value, name));
    },
  }).visit({ type: 'Program', body: [statement], sourceType: 'module', hashbang: null, start, end });
  return uses;
}

/** `A` of `A.B.C`. */
function leftmostName(node: object | null): string | null {
  if (node === null) return null;
  if ('left' in node && typeof node.left === 'object') return leftmostName(node.left);
  if ('object' in node && typeof node.object === 'object') return leftmostName(node.object);
  return 'name' in node && typeof node.name === 'string' ? node.name : null;
}

function textOf(text: string, statement: Statement): string {
  return text.slice(statement.start, statement.end).replace(/^declare /, '');
}

function origin(file: string, specifier: string, name: string): Origin {
  if (!specifier.startsWith('.')) return { kind: 'package', specifier, name };
  return { kind: 'own', file: declarationFile(file, specifier), name };
}

function declarationFile(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier).replace(/\.(ts|js)$/, '.d.ts');
}

function nameOf(node: { readonly name: string } | { readonly value: string }): string {
  return 'name' in node ? node.name : node.value;
}
