/** Follows the two directions of PostgreSQL's protocol, to know when the server has said all that it will say for now. */
export class Conversation {
  #sent = Buffer.alloc(0);
  #received = Buffer.alloc(0);
  #started = false;

  /** Takes what the client sends; whether the server will answer to it. */
  send(bytes: Uint8Array): 'answer expected' | 'more to send' | 'goodbye' {
    this.#sent = Buffer.concat([this.#sent, bytes]);
    let last = '';
    for (;;) {
      // the first message has no type
      const offset = this.#started ? 1 : 0;
      if (this.#sent.length < offset + 4) break;
      const length = offset + this.#sent.readInt32BE(offset);
      if (this.#sent.length < length) break;
      last = this.#started ? String.fromCharCode(this.#sent[0] ?? 0) : 'startup';
      this.#started = true;
      this.#sent = this.#sent.subarray(length);
    }
    if (last === 'X') return 'goodbye';
    const asks = ['startup', 'p', 'Q', 'S', 'H'].includes(last);
    return asks && this.#sent.length === 0 ? 'answer expected' : 'more to send';
  }

  /** Takes what the server sends; all of it when it is the client's turn, else null. */
  receive(bytes: Uint8Array): Uint8Array | null {
    this.#received = Buffer.concat([this.#received, bytes]);
    let position = 0;
    let clientsTurn = false;
    while (position + 5 <= this.#received.length) {
      const length = this.#received.readInt32BE(position + 1);
      if (position + 1 + length > this.#received.length) return null;
      const type = String.fromCharCode(this.#received[position] ?? 0);
      clientsTurn = type === 'Z' || (type === 'R' && asksForPassword(this.#received.readInt32BE(position + 5)));
      position += 1 + length;
    }
    return clientsTurn && position === this.#received.length ? this.rest() : null;
  }

  /** What was received and not handed on, such as the last words before the server hangs up. */
  rest(): Uint8Array {
    const rest = new Uint8Array(this.#received);
    this.#received = Buffer.alloc(0);
    return rest;
  }
}

/** Neither "you are in" (0) nor SASL's last message (12), after which the server goes on by itself. */
function asksForPassword(request: number): boolean {
  return request !== 0 && request !== 12;
}
