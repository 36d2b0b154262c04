import type { Alter } from './alter-table.ts';

/** What is done to a table as a whole. */
export function alterWhole({ command, relation, model, effects, work }: Alter): void {
  const { subtype, def } = command;
  switch (subtype) {
    case 'AT_SetLogged':
    case 'AT_SetUnLogged': {
      const logged = subtype === 'AT_SetLogged';
      if (relation.logged !== logged || relation.open) work.rewrites.add(relation);
      relation.logged = logged;
      return;
    }
    case 'AT_SetAccessMethod':
      if ((command.name ?? 'heap') !== 'heap') work.rewrites.add(relation);
      return;
    case 'AT_SetTableSpace':
      effects.refill({ ...relation, indexes: new Set() });
      return;
    case 'AT_EnableRowSecurity':
      relation.rowSecurity = true;
      return;
    case 'AT_DisableRowSecurity':
      relation.rowSecurity = false;
      return;
    case 'AT_AddInherit':
    case 'AT_DropInherit': {
      const parent = def !== undefined && 'RangeVar' in def ? model.relation(def.RangeVar) : null;
      if (parent === null) return;
      const adds = subtype === 'AT_AddInherit';
      effects.lock(parent, adds ? 'ShareUpdateExclusiveLock' : 'AccessShareLock');
      relation.parents[adds ? 'add' : 'delete'](parent);
      parent.children[adds ? 'add' : 'delete'](relation);
      return;
    }
    default:
  }
}
