// A lane in a thread of Node.js.
import { parentPort } from 'node:worker_threads';
import { fileAccess } from '../../src/intake/fileAccess';
import { contestants } from './contestants';
import { store } from './nodeStore';
import type { LaneCall } from './laneService';
import { LaneService, transfersOf } from './laneService';

const service = new LaneService(contestants(fileAccess, store));

parentPort?.on('message', (call: LaneCall) => {
  service.answer(call).then(
    (answer) => parentPort?.postMessage({ answer }, transfersOf(answer)),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }),
  );
});
