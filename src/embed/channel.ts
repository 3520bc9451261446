import { readMessage, type BadMessage } from './messages';
import { protocolVersion, type HostMessage, type ViewerMessage } from './protocol';

/** What of a window the channel needs. */
export interface OtherWindow {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** What of a `MessageEvent` the channel needs. */
export interface Posted {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

export interface ChannelEvents {
  /** A well-formed message of the page around. */
  received(message: HostMessage): void;
  /** The page around cannot be answered: it has no origin that a message could be addressed to. */
  unanswerable(): void;
}

/**
 * The way to the page around the viewer. It listens to the windows that it is given and to nobody
 * else, and from the first well-formed message on to the one that sent it, as long as its origin
 * stays the same; only there it sends anything. Until then it is silent.
 */
export class HostChannel {
  readonly #others: readonly OtherWindow[];
  readonly #engine: string;
  readonly #events: ChannelEvents;
  #peer: { window: OtherWindow; origin: string } | null = null;

  /**
   * @param others the windows that may be spoken to: the parent, or who opened this one
   * @param engine the version of the engine, for whoever asks
   */
  constructor(others: readonly OtherWindow[], engine: string, events: ChannelEvents) {
    this.#others = others;
    this.#engine = engine;
    this.#events = events;
  }

  /** Whether there is somebody to talk to. */
  get connected(): boolean {
    return this.#peer !== null;
  }

  /** Takes a message in, whoever sent it. */
  take({ source, origin, data }: Posted): void {
    const window = this.#others.find((other) => other === source);
    if (!window) return;
    if (this.#peer && (this.#peer.window !== window || this.#peer.origin !== origin)) return;
    const message = readMessage(data);
    if (message === null) return;
    if (!isAddress(origin)) {
      this.#events.unanswerable();
      return;
    }
    if (message.type === 'bad') {
      this.#complain(window, origin, message);
      return;
    }
    this.#peer ??= { window, origin };
    if (message.type === 'ping') {
      const versions = [protocolVersion];
      this.post({ type: 'pong', id: message.id, versions, engine: this.#engine });
    }
    this.#events.received(message);
  }

  /** Says something to the page around, if one has spoken before. */
  post(message: ViewerMessage): void {
    if (!this.#peer) return;
    send(this.#peer.window, this.#peer.origin, message);
  }

  #complain(window: OtherWindow, origin: string, { id, problem }: BadMessage): void {
    send(window, origin, { type: 'error', id, code: 'bad-message', message: problem });
  }
}

/**
 * Of messages that came before anybody heard them, those that still want an answer: a page that asks
 * until it is answered has asked several times by then, and is answered once.
 */
export function withoutEarlierPings<Message extends Posted>(
  messages: readonly Message[],
): Message[] {
  const isPing = ({ data }: Posted): boolean => readMessage(data)?.type === 'ping';
  return messages.filter(
    (message, at) =>
      !isPing(message) ||
      !messages.slice(at + 1).some((later) => later.source === message.source && isPing(later)),
  );
}

function send(window: OtherWindow, origin: string, message: ViewerMessage): void {
  window.postMessage({ scrutineer: protocolVersion, ...message }, origin);
}

/** Pages of files and of sandboxed frames have the origin `null`, which is no address. */
function isAddress(origin: string): boolean {
  return /^[\w+.-]+:\/\/./.test(origin);
}
