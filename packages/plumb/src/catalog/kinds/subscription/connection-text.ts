const value = `(?:'(?:[^'\\\\]|\\\\.)*'|[^\\s'\\\\]|\\\\.)*`;

/** A connection as libpq reads it, of which nothing secret is left: neither of `password=…` nor of a URL. */
export function withoutSecrets(connection: string): { readonly text: string; readonly hadSecrets: boolean } {
  const text = /^\s*postgres(?:ql)?:\/\//i.test(connection) ? withoutUrlSecrets(connection) : withoutWords(connection);
  return { text, hadSecrets: text !== connection };
}

function withoutWords(connection: string): string {
  return connection
    .replaceAll(new RegExp(`(^|\\s)(?:ssl)?password\\s*=\\s*${value}`, 'gi'), '$1')
    .replaceAll(/^\s+|\s+$/g, '')
    .replaceAll(/\s{2,}(?=(?:[^']*'[^']*')*[^']*$)/g, ' ');
}

function withoutUrlSecrets(connection: string): string {
  return (
    connection
      // the password may hold what should have been escaped
      .replace(/^(\s*postgres(?:ql)?:\/\/[^:@/?]*):.*@/is, '$1@')
      .replaceAll(/([?&])(?:ssl)?password=[^&]*(&?)/gi, (_, before: string, after: string) => (after ? before : ''))
  );
}
