/** SQL and where it comes from: a file as it was named, `<stdin>` or `<argument>`. */
export interface SqlSource {
  readonly name: string;
  readonly text: string;
}
