import type { Connection } from 'pg';

/** Grows by doubling from here. */
const FIRST_BYTES = 1 << 20;

/**
 * What a `COPY … TO STDOUT` sends, as the one row of a streamed query: the driver's own rows would cost an object and a
 * text a field. A COPY takes no parameters. The connection is free for other queries once the row is there.
 */
export class CopyCursor<T> {
  readonly #text: string;
  readonly #whole: Promise<Buffer>;
  #settle: { resolve: (bytes: Buffer) => void; reject: (error: unknown) => void } | undefined;
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #length = 0;
  #isGiven = false;

  constructor(text: string) {
    this.#text = text;
    this.#whole = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // A failure is met by `read`; until then it must not end the program as nobody's.
    this.#whole.catch(() => undefined);
  }

  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  /** The driver uses the memory of a message again, so that it has to be copied. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    const length = this.#length + chunk.length;
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
  }

  handleCommandComplete(): void {
    // The end is told by what follows.
  }

  handleReadyForQuery(): void {
    this.#settle?.resolve(this.#bytes.subarray(0, this.#length));
  }

  handleError(error: unknown): void {
    this.#settle?.reject(error);
  }

  async read(): Promise<T[]> {
    const bytes = await this.#whole;
    if (this.#isGiven) return [];
    this.#isGiven = true;
    return [bytes as T];
  }

  async close(): Promise<void> {
    await this.#whole.catch(() => undefined);
  }
}
