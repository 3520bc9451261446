// A lane in a browser's worker.
import { blobAccess } from '../../src/intake/bytes';
import { contestants } from './contestants';
import type { LaneCall } from './laneService';
import { LaneService, transfersOf } from './laneService';

const service = new LaneService(contestants(blobAccess, null));

addEventListener('message', ({ data }: MessageEvent<LaneCall>) => {
  service.answer(data).then(
    (answer) => postMessage({ answer }, { transfer: transfersOf(answer) }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});
