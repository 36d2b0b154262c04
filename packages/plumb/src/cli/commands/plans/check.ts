import { counted } from '../../../report/units.ts';
import { defineCommand } from '../../command.ts';
import { plansFlags } from './plans-flags.ts';

export const plansCheck = defineCommand({
  brief: 'Compare the plans of the workload with those that were recorded',
  description: 'The answer is no where a query became dearer by half or more, or gets another plan that does.',
  examples: [
    { command: 'plumb plans check --profile profile.json', does: 'After a change of schema, code or profile' },
  ],
  flags: plansFlags,
  run: async (context, { file, out = 'plans.json', profile = 'profile.json', schema, role }) => {
    const { sqlSources } = await import('../../sql-sources.ts');
    const { checkRecordedPlans } = await import('../../../project/planning/plans-recorded.ts');
    const sources = file.length === 0 ? [] : await sqlSources(undefined, file, context, 'plans check');
    const request = { ...context, sources, queries: file.length === 0, parameters: [], profile, schema, role, out };
    const { findings, ...data } = await checkRecordedPlans(request);
    return {
      data,
      findings,
      ok: findings.every(({ id }) => id !== 'plan-regression'),
      text: () =>
        [
          `Compared ${counted(data.compared, 'plan')} with ${data.file}: ${data.changed} of another form.`,
          ...(data.unrecorded.length === 0
            ? []
            : [`${counted(data.unrecorded.length, 'query is', 'queries are')} not recorded yet.`]),
          ...(data.gone.length === 0
            ? []
            : [`${counted(data.gone.length, 'recorded query is', 'recorded queries are')} no longer there.`]),
        ].join('\n'),
    };
  },
});
