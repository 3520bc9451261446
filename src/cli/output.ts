/** What the command line writes to: Node's streams, or a collector in tests. */
export interface TextSink {
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * Writes in pieces of some size, waits where the reader is slow, and takes note when the reader has
 * gone (`| head`): that is no error, and nothing more is written then.
 */
export class Output {
  readonly #sink: TextSink;
  #held = '';
  #failure: Error | null = null;
  /** True once the reader has closed its end. */
  closed = false;

  constructor(sink: TextSink) {
    this.#sink = sink;
    sink.on('error', (error) => this.#failed(error));
  }

  /** Takes a text; rejects when the sink failed for another reason than a closed pipe. */
  async write(text: string): Promise<void> {
    this.#held += text;
    if (this.#held.length >= 32 * 1024) await this.flush();
  }

  /** Hands on what is held back, and waits until it is taken. */
  async flush(): Promise<void> {
    const text = this.#held;
    this.#held = '';
    if (text !== '' && !this.closed) {
      await new Promise<void>((resolve) => {
        this.#sink.write(text, (error) => {
          if (error) this.#failed(error);
          resolve();
        });
      });
    }
    if (this.#failure) throw this.#failure;
  }

  #failed(error: Error): void {
    if ('code' in error && error.code === 'EPIPE') this.closed = true;
    else this.#failure ??= error;
  }
}
