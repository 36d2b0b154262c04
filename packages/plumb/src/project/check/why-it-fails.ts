import type { Finding } from '../../contract/finding.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';

/** What a tool fills in before PostgreSQL sees it: `{{ x }}`, `${x}`, `<%= x %>`, `:x`. */
const placeholder = /\{\{[^}]*\}\}|\$\{[^}]*\}|<%.*?%>|(?<!:):["']?[a-z_]\w*/i;

/** What a failure on the way up is called, and what is behind it. */
export function whyItFails({ fault, source }: PlacedFault): Pick<Finding, 'id' | 'title' | 'why'> {
  const { sqlstate, location } = fault;
  if (sqlstate === '57014' || sqlstate === '57P01') {
    return {
      id: 'statement-takes-too-long',
      title: 'A statement does not end',
      why: 'On a shadow with a few rows it took longer than it may, and was ended. Nothing behind it was checked; --timeout gives more time.',
    };
  }
  if (sqlstate === null) {
    return {
      id: 'migration-not-readable',
      title: 'The migration is not SQL alone',
      why: 'What applies migrations sends SQL to the server, which knows nothing of psql. Nothing of it was checked.',
    };
  }
  const line = source.text.split(/\r\n|\n|\r/)[location.line - 1] ?? '';
  const [found] = placeholder.exec(line.slice(Math.max(0, location.column - 2))) ?? [];
  if (sqlstate === '42601' && found !== undefined) {
    return {
      id: 'placeholder-in-migration',
      title: 'A placeholder was not filled in',
      why: `A tool puts a value in the place of ${found} before PostgreSQL sees it. Check the SQL that it writes.`,
    };
  }
  return {
    id: 'migration-fails',
    title: 'The migration fails',
    why: 'PostgreSQL refused it on a shadow in the state before it. Nothing behind it was checked.',
  };
}
