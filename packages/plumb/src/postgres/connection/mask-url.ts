const mask = '********';

const secretNames = '(?:ssl)?password|pgpassword|postgres_password|passwd|pwd';

/**
 * Hides the passwords in a text, wherever they stand: in URLs, key=value pairs, environment variables, JSON, and SQL that
 * sets one. Rather hides too much than too little: a URL whose password holds a raw slash is masked up to its last `@`.
 */
export function maskUrl(text: string): string {
  return text
    .replaceAll(
      /(\bpostgres(?:ql)?:\/\/)([^\s"'`<>]*)@/gi,
      (_all, scheme: string, login: string) => `${scheme}${maskLogin(login)}@`,
    )
    .replaceAll(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/?#"'`<>]*):[^\s@/"'`<>]+@/gi, `$1:${mask}@`)
    .replaceAll(new RegExp(`([?&](?:${secretNames})=)[^&\\s"'\`<>]+`, 'gi'), `$1${mask}`)
    .replaceAll(
      new RegExp(
        `(\\b(?:${secretNames})\\s*=\\s*)(?:'(?:[^'\\\\]|\\\\.)*'?|"(?:[^"\\\\]|\\\\.)*"?|(?:[^\\s'"\\\\&]|\\\\.)(?:[^\\s\\\\&]|\\\\.)*)`,
        'gis',
      ),
      `$1${mask}`,
    )
    .replaceAll(new RegExp(`("(?:${secretNames})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"?`, 'gis'), `$1"${mask}"`)
    .replaceAll(/(\bpassword\s+)(?:e|u&)?'(?:[^'\\]|''|\\.)*'?/gis, `$1'${mask}'`);
}

/** The user stays readable; all between the first colon and the last `@` could be the password. */
function maskLogin(login: string): string {
  const colon = login.indexOf(':');
  return colon === -1 ? login : `${login.slice(0, colon)}:${mask}`;
}
