// The page that measures in a browser: in a worker, or here where a worker lacks what is measured.
import tokenizerUrl from '../build/tokenizer.wasm?url';
import type { Contestant } from './contestant';
import { domParser } from './peers';
import type { Result, Task } from './tasks';
import { perform } from './tasks';

declare global {
  interface Window {
    /** Called from outside the page. Rejects where the measuring breaks down. */
    measureTask?: (task: Task) => Promise<Result[] | null>;
  }
}

const inThePage: readonly Contestant[] = [domParser];

window.measureTask = async (task) => {
  const tokenizer = await WebAssembly.compileStreaming(fetch(tokenizerUrl));
  if (inThePage.some(({ name }) => name === task.contestant)) {
    return perform(inThePage, task, { tokenizer, xsd: task.xsd });
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Result[] | null>((resolve, reject) => {
      worker.onmessage = ({
        data,
      }: MessageEvent<{ results: Result[] | null } | { error: string }>) => {
        if ('error' in data) reject(new Error(data.error));
        else resolve(data.results);
      };
      worker.onerror = (event) => reject(new Error(event.message || 'The worker broke down.'));
      worker.postMessage({ task, tokenizer });
    });
  } finally {
    worker.terminate();
  }
};
