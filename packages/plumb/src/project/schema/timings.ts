/** How long the parts of a diff took, in milliseconds. */
export interface DiffTimings {
  /** To make the two schemas something that can be read. */
  readonly open: number;
  readonly read: number;
  /** To find renames, and to plan both ways. */
  readonly plan: number;
  /** To run the plan both ways; 0 where there was nothing to prove. */
  readonly prove: number;
}
