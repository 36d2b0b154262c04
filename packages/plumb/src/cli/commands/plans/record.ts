import { counted } from '../../../report/units.ts';
import { defineCommand } from '../../command.ts';
import { plansFlags } from './plans-flags.ts';

export const plansRecord = defineCommand({
  brief: 'Write the plans of the workload into a file, to be compared later',
  examples: [
    { command: 'plumb plans record --profile profile.json', does: 'All queries in the code of the project' },
    { command: 'plumb plans record -f db/queries/orders.sql', does: 'Those of a file' },
  ],
  flags: plansFlags,
  run: async (context, { file, out = 'plans.json', profile = 'profile.json', schema, role }) => {
    const { sqlSources } = await import('../../sql-sources.ts');
    const { recordPlans } = await import('../../../project/planning/plans-recorded.ts');
    const sources = file.length === 0 ? [] : await sqlSources(undefined, file, context, 'plans record');
    const request = { ...context, sources, queries: file.length === 0, parameters: [], profile, schema, role, out };
    const data = await recordPlans(request);
    return {
      data,
      text: (look) => {
        const failed =
          data.failed.length === 0
            ? ''
            : `, and left out ${counted(data.failed.length, 'query', 'queries')} that can't be planned`;
        return `Wrote ${counted(data.recorded, 'plan')} into ${look.name(data.file)}${failed}.`;
      },
    };
  },
});
