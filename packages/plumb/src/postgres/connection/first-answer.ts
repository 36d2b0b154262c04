import type { Socket } from 'node:net';

/** What a socket has seen of the other side, for the explanation of a failure. */
export interface Contact {
  /** True once the other side took the connection. */
  readonly accepted: boolean;
  /** The first bytes that it sent; null when it sent none. */
  readonly answer: Buffer | null;
}

/** Watches a socket that is about to connect. */
export function watchContact(socket: Socket): Contact {
  const contact: { accepted: boolean; answer: Buffer | null } = { accepted: false, answer: null };
  socket.once('connect', () => {
    contact.accepted = true;
  });
  socket.once('data', (chunk: Buffer) => {
    contact.answer = chunk;
  });
  return contact;
}

/** What a server of another kind says first, with what it is. */
const strangers: readonly (readonly [RegExp, string])[] = [
  [/^HTTP\/|^<!doctype|^<html/i, 'a web server (HTTP)'],
  [/^SSH-/, 'an SSH server'],
  [/^-(ERR|NOAUTH|DENIED)/, 'Redis'],
  [/^.{3}\0\n?[\d.]+.*(mysql|mariadb)/is, 'MySQL or MariaDB'],
  [/^220[ -]/, 'a mail or FTP server'],
];

/** What the other side is, when its first answer shows that it isn't PostgreSQL; otherwise null. */
export function strangerOf(contact: Contact, askedForTls: boolean): string | null {
  const { answer } = contact;
  if (answer === null || isPostgres(answer, askedForTls)) return null;
  const text = answer.toString('latin1');
  return strangers.find(([pattern]) => pattern.test(text))?.[1] ?? 'no PostgreSQL server';
}

/** To a request for TLS a server answers with one letter, or with an error; to a start-up packet with a message of sane length. */
function isPostgres(answer: Buffer, askedForTls: boolean): boolean {
  const letter = String.fromCharCode(answer[0] ?? 0);
  if (askedForTls && answer.length === 1) return letter === 'S' || letter === 'N';
  return 'REvNKSZ'.includes(letter) && (answer.length < 5 || answer.readUInt32BE(1) < 30_000);
}
