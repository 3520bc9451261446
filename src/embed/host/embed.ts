import type { EmbedOptions, Viewer } from '../../../public/embed';
import type { ViewerMessage } from '../protocol';

/*
 * What pages load to embed the viewer. Readers of all those pages fetch it, and so it is kept below
 * 2 KB: it imports nothing but types, and leaves judging what is opened to the viewer.
 */

/** So long, in ms, the viewer may take to start once its page is there. */
const patience = 10_000;

/** Pixels beyond which a viewer that follows its findings lets them scroll: it draws all it shows. */
const maxHeight = 1000;

/** Links from the viewer open in windows of their own, which must not inherit its restrictions. */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/**
 * Puts a viewer into an element; `public/embed.d.ts` tells it to users.
 * @param script the address of a file beside `embed.html`
 */
export function embedFrom(
  script: string,
  element: Element,
  {
    base = script,
    title = 'Scrutineer',
    height,
    theme,
    onFindings,
    onSelect,
    onError,
    ...first
  }: EmbedOptions,
): Viewer {
  const { href, origin } = new URL('embed.html', base);
  const frame = document.createElement('iframe');
  /** What a viewer that starts, or starts again, has to know: the last message of each kind. */
  const kept = new Map<string, object>();
  /** The timer that ends the wait for the viewer’s answer; 0 once that has come. */
  let waiting = -1;
  /** The id of all messages about what is open, so that answers about what was are told apart. */
  let id = 0;

  const post = (message: object): void => frame.contentWindow?.postMessage(message, origin);
  const say = (type: string, fields: object): void => {
    const message = { ...fields, scrutineer: 1, type, id };
    kept.set(type, message);
    if (!waiting) post(message);
  };
  const answers: Partial<Record<ViewerMessage['type'], ((message: never) => void) | undefined>> = {
    pong() {
      clearTimeout(waiting);
      waiting = 0;
      kept.forEach(post);
    },
    height(message: { height: number }) {
      if (height === 'auto') frame.style.height = `${Math.min(message.height, maxHeight)}px`;
    },
    findings: onFindings,
    select: onSelect,
    error: onError,
  };
  const hear = ({ source, origin: from, data }: MessageEvent<ViewerMessage | null>): void => {
    if (source === frame.contentWindow && from === origin && data?.id === id) {
      answers[data.type]?.(data as never);
    }
  };
  const viewer: Viewer = {
    frame,
    open({ src, ...content }) {
      const own = ++id;
      kept.delete('select');
      if (!src) return say('open', content);
      const fail = (why: unknown): void =>
        onError?.({ code: 'unreadable', message: `${src}: ${why as string}` });
      fetch(src)
        .then(async (answer) => {
          if (!answer.ok) return fail(answer.status);
          const bytes = await answer.blob();
          if (own === id) say('open', { file: { name: src, bytes } });
        })
        .catch(fail);
    },
    select: (index) => say('select', { index }),
    setTheme: (wanted) => say('theme', { theme: wanted }),
    destroy() {
      clearTimeout(waiting);
      removeEventListener('message', hear);
      frame.remove();
    },
  };

  addEventListener('message', hear);
  Object.assign(frame, {
    src: href,
    title,
    style: `display:block;width:100%;border:0;height:${+(height as string) || 480}px`,
    sandbox,
    allow: 'clipboard-write',
    // A frame that is moved on its page starts again.
    onload() {
      clearTimeout(waiting);
      waiting = setTimeout(
        () => onError?.({ code: 'no-answer', message: 'The viewer is silent.' }),
        patience,
      ) as unknown as number;
      // Its page holds what comes before the viewer has started: once is enough.
      post({ scrutineer: 1, type: 'ping', id });
    },
  });
  if (theme) viewer.setTheme(theme);
  viewer.open(first);
  element.append(frame);
  return viewer;
}
