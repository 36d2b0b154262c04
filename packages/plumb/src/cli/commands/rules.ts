import { renderRule, renderRules } from '../../report/check/rules-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';

export const rules = defineCommand({
  brief: 'List the rules of plumb check, or explain one',
  description:
    'Without a name: all rules by group, with what the project makes of each (error, warning, info, or off) and what it finds. With one: why it matters, what to do instead, and SQL that it finds and that it is silent about. `-- plumb-ignore <rule>: <reason>` above a statement says that it is meant so.',
  examples: [
    { command: 'plumb rules', does: 'All rules, by group' },
    { command: 'plumb rules drop-column', does: 'One of them, with examples' },
    { command: 'plumb rules --json', does: 'All that they say of themselves, for other programs' },
  ],
  args: [{ name: 'id', brief: 'The name of a rule, as findings tell it', optional: true }],
  run: async ({ cwd, env, configFile }, _flags, id): Promise<CommandResult> => {
    const { resolveSettings } = await import('../../project/settings/resolve-settings.ts');
    const { knownRules, ruleNamed } = await import('../../project/check/known-rules.ts');
    const { levels } = await resolveSettings({ cwd, env, configFile });
    if (id !== undefined) {
      const rule = ruleNamed(id, levels);
      return { data: { rule }, text: (look) => renderRule(rule, look) };
    }
    const groups = knownRules(levels);
    return { data: { groups }, text: (look) => renderRules(groups, look) };
  },
});
