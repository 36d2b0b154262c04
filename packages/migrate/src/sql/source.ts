/** SQL and the file that it comes from. */
export interface SqlSource {
  readonly name: string;
  readonly text: string;
}
