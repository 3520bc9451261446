/** Said by a page to a service worker that waits: a person wants the new version. */
export const takeOver = { scrutineer: 'take-over' } as const;

export function isTakeOver(message: unknown): message is typeof takeOver {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Partial<typeof takeOver>).scrutineer === takeOver.scrutineer
  );
}
