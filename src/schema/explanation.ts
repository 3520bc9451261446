import type { Schema } from './schema';

/** What a document is judged by. */
export interface Judgement {
  readonly schema: Schema;
  /** The version of the schema that judged. */
  readonly version: string;
  /**
   * False where the document declares no version of the schema, and this one only stood in. Messages
   * then speak of the version it is checked against.
   */
  readonly declared: boolean;
}

/** An issue in words. `message` states the problem and stands alone; `help` proposes the repair. */
export interface Explanation {
  readonly message: string;
  readonly help?: string;
}
