import type { Progress, ProgressListener } from '../contract/progress.ts';
import type { Look } from '../report/look.ts';
import { truncate } from '../report/text-width.ts';
import { formatCount } from '../report/units.ts';
import type { Output } from './output.ts';

/** Milliseconds that work may take before it is worth a line. */
const usualPatience = 1000;
const frames = { unicode: [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'], ascii: [...'|/-\\'] };

/**
 * Shows work on stderr: with `--verbose` a line for each step; otherwise, at a terminal, one line that moves once the
 * work takes longer than a moment; nothing anywhere else.
 */
export class ProgressLine {
  readonly #output: Output;
  readonly #look: Look;
  readonly #moving: boolean;
  readonly #patience: number;
  readonly #start = performance.now();
  #current: Progress | undefined;
  #told: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #shown = false;
  #frame = 0;

  constructor(output: Output, look: Look, canMove: boolean, patience = usualPatience) {
    this.#patience = patience;
    this.#output = output;
    this.#look = look;
    this.#moving = canMove && !look.verbose;
  }

  readonly listener: ProgressListener = (progress) => {
    this.#current = progress;
    if (this.#look.verbose && progress.message !== this.#told) {
      this.#told = progress.message;
      void this.#output.write(`${this.#look.muted(progress.message)}\n`);
    }
    if (this.#moving) this.#timer ??= setInterval(() => this.#draw(), 100).unref();
  };

  /** Takes the line away, so that something else can be printed; it comes back while the work goes on. */
  clear(): void {
    if (!this.#shown) return;
    this.#shown = false;
    void this.#output.write('\r\u001b[K');
  }

  /** Takes the line away until there is more to tell: a question is asked. */
  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.clear();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #draw(): void {
    if (this.#current === undefined || performance.now() - this.#start < this.#patience) return;
    const { message, done, total } = this.#current;
    const all = this.#look.unicode ? frames.unicode : frames.ascii;
    this.#frame = (this.#frame + 1) % all.length;
    const count =
      done === undefined || total === undefined || total === 1 ? '' : ` ${formatCount(done)}/${formatCount(total)}`;
    const text = truncate(`${all[this.#frame]} ${message}${count}`, this.#look.width - 1, this.#look);
    this.#shown = true;
    void this.#output.write(`\r${this.#look.muted(text)}\u001b[K`);
  }
}
