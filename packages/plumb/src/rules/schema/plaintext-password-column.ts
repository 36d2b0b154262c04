import { isOf } from '../../catalog/description/facts-by-kind.ts';
import { columnId } from '../../catalog/kinds/column/column-facts.ts';
import { commentId } from '../../catalog/kinds/comment/comment.ts';
import { isText } from '../facts/columns-of.ts';
import { checksOf } from '../facts/constraints-of.ts';
import { reportColumns } from '../facts/report-columns.ts';
import { wordsOf } from '../facts/words-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'plaintext-password-column',
  group: 'security',
  severity: 'error',
  title: 'A column for passwords as they are typed',
  why: 'Whoever sees the table, a backup or a log has the passwords, and people use the same ones elsewhere.',
  todo: 'Store a hash (argon2id, scrypt or bcrypt, made by the application or with pgcrypto), and name the column so: password_hash.',
  bad: [
    { base: 'CREATE TABLE users (id int PRIMARY KEY, password text NOT NULL)' },
    { base: 'CREATE TABLE users (id int PRIMARY KEY, "userPassword" varchar(255))' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s.accounts (passwd character varying)' },
    { base: 'CREATE TABLE users (pwd char(32))' },
    { base: 'CREATE TABLE users (admin_pass text)' },
  ],
  good: [
    { base: 'CREATE TABLE users (password_hash text, "hashedPassword" text, encrypted_password varchar)' },
    { base: 'CREATE TABLE users (password_changed_at timestamptz, password_reset_token text, has_password text)' },
    { base: 'CREATE TABLE users (password bytea, boarding_pass text)' },
    { base: "CREATE TABLE users (password text CHECK (password LIKE '$argon2id$%'))" },
    { base: "CREATE TABLE users (password text); COMMENT ON COLUMN users.password IS 'bcrypt hash'" },
  ],
  check: (view) => {
    const checks = checksOf(view.catalog);
    return reportColumns(
      view,
      (column) => {
        if (!isText(column) || column.isDomain || !isPassword(wordsOf(column.name))) return false;
        const { schema, table, name } = column;
        const comment = view.catalog.objects.get(commentId(columnId(schema, table, name)));
        const text = comment !== undefined && isOf(comment, 'comment') ? (comment.facts.text ?? '') : '';
        const isChecked = checks.some(
          (each) => each.schema === schema && each.table === table && /\$(2|argon|scrypt|pbkdf)/.test(each.expression),
        );
        return !isChecked && !/hash|bcrypt|argon|scrypt|encrypt/i.test(text);
      },
      ({ path, base }) => `${path} is ${base}, and by its name it holds passwords as they are.`,
    );
  },
});

const named = /^(password|passwd|pwd|passphrase|passcode|userpassword|userpass)$/;
const harmless =
  /^(hash|hashed|hashes|digest|bcrypt|argon2|scrypt|encrypted|crypt|crypted|salt|salted|salts|reset|token|tokens|changed|updated|at|expires|expiry|hint|policy|policies|required|has|is|needs|strength|algorithm|algo|method|type|status|question|url|link|code|version|id|key|attempts|ref|secret|arn|path|env|name)$/;

function isPassword(words: readonly string[]): boolean {
  const isNamed =
    words.some((word) => named.test(word)) ||
    /^(?:(?:user|admin|root|login|account|db|mail|smtp) )?pass$/.test(words.join(' '));
  return isNamed && !words.some((word) => harmless.test(word));
}
