import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/lib/project.mjs';
import { nodeOutput } from './build.mjs';

/**
 * An arena somewhere: what it can be asked, how documents are named there, and its end.
 *
 * @typedef {object} Place
 * @property {'node' | 'browser'} id
 * @property {string} title for people
 * @property {() => Promise<import('../contest/host').Description[]>} describe
 * @property {(entrance: import('../contest/host').Entrance, document: Document) =>
 *   Promise<import('../contest/arena').Standing[]>} enter
 * @property {(names: string[]) => Promise<import('../contest/arena').RoundResults>} round
 * @property {() => Promise<void>} leave
 * @property {() => Promise<void>} close
 * @property {(document: Document) => string} nameOf what the arena knows the document by
 *
 * @typedef {import('../documents/make.mjs').MadeDocument} Document
 */

/**
 * Starts a process of Node.js with an arena in it.
 *
 * @returns {Promise<Place>}
 */
export async function openNodeArena() {
  const child = spawn(process.execPath, [join(nodeOutput, 'node.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: root,
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise((resolve) => child.on('close', resolve));
  /** @param {string} name @param {unknown[]} args */
  const ask = async (name, ...args) => {
    child.stdin.write(`${JSON.stringify({ name, args })}\n`);
    const { done, value } = await lines.next();
    if (done) throw new Error(`its process ended with ${await ended}`);
    const answer = JSON.parse(value);
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  };
  return {
    id: 'node',
    title: `Node.js ${process.versions.node}`,
    describe: () => ask('describe'),
    enter: (entrance) => ask('enter', entrance),
    round: (names) => ask('round', names),
    leave: () => ask('leave'),
    close: async () => {
      child.stdin.end();
      await ended;
    },
    nameOf: ({ path }) => path,
  };
}
