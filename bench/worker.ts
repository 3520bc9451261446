// Measures in a browser's worker: takes a task, answers with the results.
import { ours } from './ours';
import { peers } from './peers';
import type { Task } from './tasks';
import { perform } from './tasks';

addEventListener(
  'message',
  ({ data }: MessageEvent<{ task: Task; tokenizer: WebAssembly.Module }>) => {
    perform([...ours, ...peers], data.task, { tokenizer: data.tokenizer, xsd: data.task.xsd }).then(
      (results) => postMessage({ results }),
      (error: unknown) => {
        postMessage({ error: error instanceof Error ? error.message : String(error) });
      },
    );
  },
);
