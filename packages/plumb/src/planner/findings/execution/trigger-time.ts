import { figureOf, percent } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

const accounts = `
CREATE TABLE owners (id int PRIMARY KEY, seen int NOT NULL DEFAULT 0);
CREATE TABLE accounts (id int PRIMARY KEY, owner int REFERENCES owners ON DELETE CASCADE, name text);
INSERT INTO owners SELECT i FROM generate_series(1, 3000) AS i;
INSERT INTO accounts SELECT i, 1 + i % 3000, 'a' FROM generate_series(1, 20000) AS i;
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM count(*) FROM owners WHERE seen = new.id; RETURN new; END $$;
CREATE TABLE logged (id int);
CREATE TRIGGER audited AFTER INSERT ON logged FOR EACH ROW EXECUTE FUNCTION audit();
VACUUM ANALYZE;
`;

export default definePlanFinding({
  id: 'trigger-time',
  from: 'execution',
  severity: 'warning',
  title: 'Triggers and foreign keys take much of the time',
  why: 'They run once for each changed row. A foreign key without an index on its columns reads the whole referencing table for each row that is deleted.',
  todo: 'Index the columns of the foreign key; let a trigger do its work once for the statement, with transition tables.',
  bad: [
    { base: accounts, sql: 'DELETE FROM owners WHERE id <= 300' },
    { base: accounts, sql: 'INSERT INTO logged SELECT i FROM generate_series(1, 300) AS i' },
  ],
  good: [
    { base: `${accounts}CREATE INDEX ON accounts (owner);`, sql: "UPDATE accounts SET name = 'b'" },
    { base: accounts, sql: 'DELETE FROM accounts WHERE id < 100' },
  ],
  *check({ plan }) {
    const { executionTime, triggers } = plan;
    for (const { name, constraint, relation, time, calls } of triggers) {
      if (executionTime === null || time === null || time < 5 || time < executionTime * 0.25) continue;
      yield {
        message: `${constraint === null ? `The trigger ${name}` : `The constraint ${constraint}`}${relation === null ? '' : ` on ${relation}`} took ${time.toFixed(0)} ms of ${executionTime.toFixed(0)} ms (${percent(time / executionTime)}), in ${figureOf(calls, 'call')}.`,
        node: plan.root,
        objects: relation === null ? [] : [relation],
        evidence: { trigger: name, constraint, milliseconds: time, calls },
      };
    }
  },
});
