import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import { everybody, whoRunsIt } from '../../role-name.ts';
import { type Grantable, type Rights, unitedRights, usualRights } from '../grant/privileges.ts';

/** What roles may do with new objects of a sort. */
export type DefaultPrivilegeFacts = {
  /** Whose new objects, as SQL names him. */
  readonly role: string;
  /** Null is everywhere. What is said of a schema comes on top of that. */
  readonly schema: string | null;
  readonly grantable: Grantable;
  /** By role. */
  readonly rights: Readonly<Record<string, Rights>>;
};

export type DefaultPrivilege = CatalogObject<DefaultPrivilegeFacts>;

function isDefaultPrivilege(object: CatalogObject): object is DefaultPrivilege {
  return object.kind === 'default-privilege';
}

/** What a role may do where nothing is said; a schema only adds to that. */
export function rightsBefore(
  { role, schema, grantable }: DefaultPrivilegeFacts,
  grantee: string,
  major: number,
): Rights {
  if (schema !== null) return {};
  return usualRights(grantable, grantee === role ? 'owner' : grantee === everybody ? 'everybody' : 'somebody', major);
}

/** What is in force for objects that whoever runs the SQL makes. */
export interface InForce {
  /** Whether anything is said at all. */
  readonly any: boolean;
  /** Who has other rights on a new object than usual. */
  roles(grantable: Grantable, schema: string | null): readonly string[];
  /** What a role may do with a new object. */
  rights(grantable: Grantable, schema: string | null, role: string): Rights;
}

const known = new WeakMap<Catalog, InForce>();

export function privilegesInForce(catalog: Catalog): InForce {
  const found = known.get(catalog) ?? findInForce(catalog);
  known.set(catalog, found);
  return found;
}

function findInForce(catalog: Catalog): InForce {
  const all = [...catalog.objects.values()].filter(isDefaultPrivilege).map(({ facts }) => facts);
  const mine = all.filter(({ role }) => role === whoRunsIt);
  const saying = (grantable: Grantable, schema: string | null): readonly DefaultPrivilegeFacts[] =>
    mine.filter((each) => each.grantable === grantable && (each.schema === null || each.schema === schema));
  return {
    any: mine.length > 0,
    roles: (grantable, schema) => {
      const facts = saying(grantable, schema);
      if (facts.length === 0) return [];
      return [...new Set([whoRunsIt, everybody, ...facts.flatMap(({ rights }) => Object.keys(rights))])];
    },
    rights: (grantable, schema, role) => {
      const facts = saying(grantable, schema);
      const everywhere = facts.find((each) => each.schema === null);
      const usual = everywhere
        ? (everywhere.rights[role] ?? {})
        : usualRights(
            grantable,
            role === whoRunsIt ? 'owner' : role === everybody ? 'everybody' : 'somebody',
            catalog.major,
          );
      const there = facts.find((each) => each.schema !== null);
      return unitedRights(usual, there?.rights[role] ?? {});
    },
  };
}
