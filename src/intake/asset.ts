/**
 * Loads a file of the application itself, such as a sample; `path` is relative to the page. Nothing
 * else in intake speaks to a network, and no file of a person's ever goes this way.
 *
 * Rejects with an Error whose message can be shown, or with the signal's reason.
 */
export async function loadAsset(path: string, signal: AbortSignal): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(path, { signal });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw new Error(`${path} could not be loaded: the server cannot be reached.`, { cause: error });
  }
  if (!response.ok) {
    throw new Error(`${path} could not be loaded: the server answers ${response.status}.`);
  }
  return response.blob();
}
