import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Argument, type Expression, parseSync, type StringLiteral, Visitor } from 'oxc-parser';

/** The top of the repository. */
export const root: string = fileURLToPath(new URL('..', import.meta.url));

export interface Import {
  /** As it is written: `./problem.ts`, `node:fs`, `pg`. */
  readonly specifier: string;
  /** For a relative import, the file it means, from the top of the repository. */
  readonly target: string | null;
  /** Imported names that exist at run time: `default`, `*`, or the exported name. Empty when only types are imported. */
  readonly values: readonly string[];
}

/** A use of a property, such as `process.exit`. */
export interface PropertyUse {
  readonly object: string;
  readonly property: string;
}

export interface SourceFile {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly propertyUses: readonly PropertyUse[];
}

/** The TypeScript files below a folder, neither built nor installed. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .filter((path) => path.endsWith('.ts') && !/(^|\/)(node_modules|dist[^/]*)\//.test(path))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  const error = errors[0];
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);

  const imports: Import[] = [];
  const propertyUses: PropertyUse[] = [];
  const add = (source: StringLiteral, values: readonly string[]): void => {
    const specifier = source.value;
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
    imports.push({ specifier, target, values });
  };

  new Visitor({
    ImportDeclaration(node) {
      if (node.importKind === 'type') return add(node.source, []);
      const values = node.specifiers.flatMap((specifier) => {
        if (specifier.type === 'ImportDefaultSpecifier') return ['default'];
        if (specifier.type === 'ImportNamespaceSpecifier') return ['*'];
        return specifier.importKind === 'type' ? [] : [nameOf(specifier.imported)];
      });
      add(node.source, values);
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      const values = node.specifiers.filter((specifier) => specifier.exportKind !== 'type');
      add(node.source, node.exportKind === 'type' ? [] : values.map((specifier) => nameOf(specifier.local)));
    },
    ExportAllDeclaration(node) {
      add(node.source, node.exportKind === 'type' ? [] : ['*']);
    },
    ImportExpression(node) {
      if (isString(node.source)) add(node.source, ['*']);
    },
    TSImportType(node) {
      add(node.source, []);
    },
    MemberExpression(node) {
      const property = node.computed ? (isString(node.property) ? node.property.value : null) : nameOf(node.property);
      const object = lastName(node.object);
      if (object !== null && property !== null) propertyUses.push({ object, property });
    },
    // const { exit } = process
    VariableDeclarator(node) {
      const object = node.init === null ? null : lastName(node.init);
      if (object === null || node.id.type !== 'ObjectPattern') return;
      for (const part of node.id.properties) {
        if (part.type === 'Property' && part.key.type === 'Identifier') {
          propertyUses.push({ object, property: part.key.name });
        }
      }
    },
  }).visit(program);

  return { path, text, imports, propertyUses };
}

function nameOf(node: { readonly name: string } | StringLiteral): string {
  return 'name' in node ? node.name : node.value;
}

function isString(node: Expression | Argument): node is StringLiteral {
  return node.type === 'Literal' && typeof node.value === 'string';
}

/** `process` of `process` and of `globalThis.process`. */
function lastName(node: Expression): string | null {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && !node.computed ? nameOf(node.property) : null;
}
